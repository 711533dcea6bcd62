"""A run in the background: kept alive by itself, and clear about how it ended."""

from __future__ import annotations

import gc

import pytest
from qgis.core import QgsApplication

from enact_plugin.errors import EnactError
from enact_plugin.gui.runner import AlgorithmRun, RunState


@pytest.fixture
def results():
    return []


def test_a_run_nobody_holds_goes_on(small, wait, results):
    run = AlgorithmRun("small:record", {"AGS": "14713000"}, "Probe")
    run.finished.connect(results.append)
    run.start()
    del run
    gc.collect()
    wait(lambda: results)
    assert results[0].state is RunState.DONE
    assert results[0].outputs["LOADED"] == 1
    assert small.seen == [{"AGS": "14713000"}]


def test_steps_and_progress_arrive(small, wait, results):
    steps, percents = [], []
    run = AlgorithmRun("small:record", {}, "Probe")
    run.stepped.connect(steps.append)
    run.progressed.connect(percents.append)
    run.finished.connect(results.append)
    run.start()
    wait(lambda: results)
    assert steps == ["Gebäude werden gelesen"]
    assert 50 in percents


def test_the_task_has_the_title(small, wait, results):
    run = AlgorithmRun("small:endless", {}, "EnAct: Görlitz wird geladen")
    run.finished.connect(results.append)
    run.start()
    titles = [task.description() for task in QgsApplication.taskManager().tasks()]
    assert "EnAct: Görlitz wird geladen" in titles
    run.cancel()
    wait(lambda: results)
    assert results[0].state is RunState.CANCELED


def test_cancel_from_the_task_manager_counts_too(small, wait, results):
    run = AlgorithmRun("small:endless", {}, "Probe")
    run.finished.connect(results.append)
    run.start()
    next(task for task in QgsApplication.taskManager().tasks() if task.description() == "Probe").cancel()
    wait(lambda: results)
    assert results[0].state is RunState.CANCELED


@pytest.mark.parametrize(
    ("algorithm", "code"), [("small:missing", "algorithm_missing"), ("small:refusing", "algorithm_refused")]
)
def test_what_cannot_run_is_refused_at_once(small, algorithm, code):
    with pytest.raises(EnactError) as caught:
        AlgorithmRun(algorithm, {}, "Probe")
    assert caught.value.code == code
