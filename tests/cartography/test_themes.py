"""Which layers a theme shows."""

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from enact_plugin.cartography.layer_tree import ProjectLayer, known_layers, themes
from enact_plugin.cartography.themes import opening_theme, shown_in, subject_of

(HEAT,) = [theme for theme in themes() if theme.id == "heat"]


def layer(id_, *themes):
    return ProjectLayer(id_, "Gruppe", id_, id_, themes=themes)


def ids(layers):
    return [shown.id for shown in layers]


def test_a_theme_shows_its_own_layers_in_drawing_order():
    layers = [layer("a", "heat"), layer("b", "stock"), layer("c", "stock", "heat")]
    assert ids(shown_in(HEAT, layers)) == ["a", "c"]


def test_of_several_pictures_of_the_same_thing_the_best_is_shown():
    layers = [layer("a", "heat?area:3"), layer("b", "heat?area:1"), layer("c", "heat?area:2")]
    assert ids(shown_in(HEAT, layers)) == ["b"]


def test_a_layer_without_shapes_leaves_its_place():
    layers = [layer("a", "heat?area:1"), layer("b", "heat?area:2")]
    assert ids(shown_in(HEAT, layers, shapeless=["a"])) == ["b"]


def test_a_topic_stands_on_the_ground_of_its_subject_and_shows_nothing_else_of_it():
    (carriers,) = [theme for theme in themes() if theme.id == "carriers"]
    shown = ids(shown_in(carriers, known_layers()))
    assert {"block_heat_carriers", "municipality", "streets", "buildings_plain"} <= set(shown)
    assert not {"block_heat", "section_heat", "proposed_areas"} & set(shown)


def test_each_theme_has_a_layer_of_its_own_and_a_ground_that_is_there():
    known = {theme.id for theme in themes()}
    for theme in themes():
        assert theme.ground_of in {"", *known}
        own = [
            layer
            for layer in known_layers()
            if any(entry.split("?")[0] == theme.id for entry in layer.themes)
        ]
        assert own, theme.id


def test_slots_do_not_disturb_each_other():
    layers = [layer("a", "heat?area:1"), layer("b", "heat?line:1"), layer("c", "heat?area:2")]
    assert ids(shown_in(HEAT, layers)) == ["a", "b"]


def test_heat_plan_shows_the_supply_areas_of_the_target_year_first():
    shown = ids(shown_in(HEAT, known_layers()))
    assert "supply_target" in shown
    assert not {"supply_2030", "supply_2035", "supply_2040", "heat_density"} & set(shown)


def test_without_supply_areas_the_heat_density_is_shown():
    layers = [layer for layer in known_layers() if layer.table != "supply_areas"]
    assert "heat_density" in ids(shown_in(HEAT, layers))


def test_the_project_opens_with_a_theme_that_has_something_to_show():
    assert opening_theme(["plants", "buildings"]).id == "plants"
    assert opening_theme(["buildings", "streets"]).id == "stock"
    assert opening_theme(["supply_areas"]).id == "heat"
    assert opening_theme([]).id == "plants"


def drawn(wkt="POINT(1 1)"):
    made = QgsVectorLayer("Point?crs=EPSG:25833", "x", "memory")
    row = QgsFeature()
    if wkt:
        row.setGeometry(QgsGeometry.fromWkt(wkt))
    made.dataProvider().addFeatures([row])
    made.updateExtents()
    return made


def test_a_theme_is_about_more_than_the_ground(qgis_app):
    (stock,) = [theme for theme in themes() if theme.id == "stock"]
    by_id = {layer.id: layer for layer in known_layers()}
    ground = [(by_id["municipality"], drawn()), (by_id["streets"], drawn()), (by_id["districts"], drawn())]
    assert subject_of(stock, ground) == ()
    houses = (by_id["buildings_use"], drawn())
    assert subject_of(stock, [houses, *ground]) == (houses,)
    # cells of the census stand in for buildings, and are the subject then
    cells = (by_id["census_age"], drawn())
    assert subject_of(stock, [*ground, cells]) == (cells,)


def test_rows_without_shape_are_no_subject(qgis_app):
    (plants,) = [theme for theme in themes() if theme.id == "plants"]
    pv = next(layer for layer in known_layers() if layer.id == "plants_pv")
    assert subject_of(plants, [(pv, drawn(""))]) == ()
