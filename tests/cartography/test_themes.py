"""Which layers a theme shows."""

from enact_plugin.cartography.layer_tree import ProjectLayer, known_layers
from enact_plugin.cartography.themes import opening_theme, shown_in


def layer(id_, *themes):
    return ProjectLayer(id_, "Gruppe", id_, id_, themes=themes)


def ids(layers):
    return [shown.id for shown in layers]


def test_a_theme_shows_its_own_layers_in_drawing_order():
    layers = [layer("a", "heat"), layer("b", "stock"), layer("c", "stock", "heat")]
    assert ids(shown_in("heat", layers)) == ["a", "c"]


def test_of_several_pictures_of_the_same_thing_the_best_is_shown():
    layers = [layer("a", "heat?area:3"), layer("b", "heat?area:1"), layer("c", "heat?area:2")]
    assert ids(shown_in("heat", layers)) == ["b"]


def test_a_layer_without_shapes_leaves_its_place():
    layers = [layer("a", "heat?area:1"), layer("b", "heat?area:2")]
    assert ids(shown_in("heat", layers, shapeless=["a"])) == ["b"]


def test_slots_do_not_disturb_each_other():
    layers = [layer("a", "heat?area:1"), layer("b", "heat?line:1"), layer("c", "heat?area:2")]
    assert ids(shown_in("heat", layers)) == ["a", "b"]


def test_heat_plan_shows_the_supply_areas_of_the_target_year_first():
    shown = ids(shown_in("heat", known_layers()))
    assert "supply_target" in shown
    assert not {"supply_2030", "supply_2035", "supply_2040", "heat_density"} & set(shown)


def test_without_supply_areas_the_heat_density_is_shown():
    layers = [layer for layer in known_layers() if layer.table != "supply_areas"]
    assert "heat_density" in ids(shown_in("heat", layers))


def test_the_project_opens_with_a_theme_that_has_something_to_show():
    assert opening_theme(["plants", "buildings"]).id == "plants"
    assert opening_theme(["buildings", "streets"]).id == "stock"
    assert opening_theme(["supply_areas"]).id == "heat"
    assert opening_theme([]).id == "plants"
