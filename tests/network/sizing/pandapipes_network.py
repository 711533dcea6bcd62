"""Runs in pandapipes' own environment: pressures and heat loss of the network in a JSON file, printed as JSON."""

import json
import sys
from pathlib import Path

import pandapipes as pp


def main() -> None:
    """Build the network of the first argument, solve it, print what it found."""
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    fluid = pp.create_constant_fluid(
        "water",
        "liquid",
        density=given["density_kg_m3"],
        viscosity=given["viscosity_pa_s"],
        heat_capacity=given["heat_capacity_j_kgk"],
    )
    net = pp.create_empty_network(fluid=fluid)
    kelvin = 273.15
    for _ in range(given["nodes"]):
        pp.create_junction(net, pn_bar=16, tfluid_k=given["supply_c"] + kelvin)
    pp.create_ext_grid(net, 0, p_bar=16, t_k=given["supply_c"] + kelvin, type="pt")
    for pipe in given["pipes"]:
        pp.create_pipe_from_parameters(
            net,
            pipe["above"],
            pipe["below"],
            length_km=pipe["length_m"] / 1000,
            inner_diameter_mm=pipe["inner_mm"],
            k_mm=given["roughness_mm"],
            u_w_per_m2k=pipe["u_w_m2k"],
            text_k=given["ground_c"] + kelvin,
            sections=4,
        )
    for node, flow in given["sinks"].items():
        pp.create_sink(net, int(node), mdot_kg_per_s=flow)
    pp.pipeflow(net, mode="sequential", friction_model="nikuradse", tol_p=1e-9, tol_m=1e-9, max_iter_hyd=200)
    pipes = net.res_pipe
    lost = pipes["mdot_from_kg_per_s"] * given["heat_capacity_j_kgk"] * (pipes["t_from_k"] - pipes["t_to_k"])
    print(json.dumps({"p_bar": net.res_junction["p_bar"].tolist(), "loss_w": float(lost.sum())}))


if __name__ == "__main__":
    main()
