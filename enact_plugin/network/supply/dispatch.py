"""Which plant runs when: merit order with a store."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...reference.load_tables import load_rule

_AHEAD_H = 24


@dataclass(frozen=True)
class Store:
    """A heat store.

    Attributes
    ----------
    capacity_kwh : float
    power_kw : float
        At which it is filled or emptied at most.
    loss_day : float
        Share of what is in it that is lost in a day.
    """

    capacity_kwh: float
    power_kw: float
    loss_day: float


@dataclass(frozen=True)
class Dispatch:
    """What plants and store do in each hour; heat in kWh.

    Attributes
    ----------
    heat : ndarray of float, shape (h, p)
    charged, discharged, content, lost : ndarray of float, shape (h,)
        Content at the end of the hour; the year begins with an empty store.
    unmet : ndarray of float, shape (h,)
    """

    heat: np.ndarray
    charged: np.ndarray
    discharged: np.ndarray
    content: np.ndarray
    lost: np.ndarray
    unmet: np.ndarray


def dispatch(
    load_kw: np.ndarray, available_kw: np.ndarray, cost: np.ndarray, store: Store | None
) -> Dispatch:
    """Meet a load hour by hour with the cheapest plants that are there.

    Heat without cost fills the store as long as there is room; other heat fills it up to what the dearest plant would
    have to give within the day to come, if it is cheaper than that. The store is emptied instead of dearer plants.

    Parameters
    ----------
    load_kw : ndarray of float, shape (h,)
    available_kw, cost : ndarray of float, shape (h, p)
    store : Store or None

    Returns
    -------
    Dispatch
    """
    order = np.argsort(cost, axis=1, kind="stable")
    most = np.take_along_axis(np.asarray(available_kw, dtype=float), order, axis=1)
    if store is None or store.capacity_kwh <= 0:
        before = np.cumsum(most, axis=1) - most
        given = np.clip(load_kw[:, None] - before, 0.0, most)
        heat = np.zeros_like(most)
        np.put_along_axis(heat, order, given, axis=1)
        none = np.zeros(len(load_kw))
        return Dispatch(heat, none, none, none, none, np.maximum(load_kw - given.sum(axis=1), 0.0))
    return _with_store(load_kw, most, np.take_along_axis(cost, order, axis=1), order, _wanted(
        load_kw, available_kw, cost), store)  # fmt: skip


@dataclass(frozen=True)
class _Wanted:
    """Up to where, and at what cost at most, the store is filled with heat that costs something."""

    content: np.ndarray
    cost: float


def _wanted(load_kw: np.ndarray, available_kw: np.ndarray, cost: np.ndarray) -> _Wanted:
    mean = np.where(available_kw.any(axis=0), cost.mean(axis=0), -np.inf)
    dearest = int(mean.argmax())
    others = available_kw.sum(axis=1) - available_kw[:, dearest]
    short = np.maximum(load_kw - others, 0.0)
    ring = np.cumsum(np.concatenate([short, short[:_AHEAD_H]]))
    ahead = ring[_AHEAD_H:] - ring[:-_AHEAD_H]
    return _Wanted(ahead, mean[dearest] * (1 - load_rule("store_saving")))


def _with_store(
    load_kw: np.ndarray, most: np.ndarray, cost: np.ndarray, order: np.ndarray, wanted: _Wanted, store: Store
) -> Dispatch:
    """Hour after hour, plants in the order of their cost."""
    hours = len(load_kw)
    heat = np.zeros_like(most)
    charged, discharged, content, lost, unmet = (np.zeros(hours) for _ in range(5))
    held, worth = 0.0, 0.0  # what is in the store, and what one kWh in it cost
    keep = 1 - store.loss_day / 24
    rows = zip(load_kw.tolist(), most.tolist(), cost.tolist(), wanted.content.tolist())
    for hour, (load, capacity, price, target) in enumerate(rows):
        need = load
        taken = [0.0] * len(capacity)
        out = 0.0
        for place, most_here in enumerate(capacity):
            if need <= 0:
                break
            if out == 0 and held > 0 and price[place] > worth and most_here > 0:
                out = min(need, held, store.power_kw)
                need -= out
            taken[place] = min(need, most_here)
            need -= taken[place]
        if need > 0 and out < store.power_kw:
            more = min(need, held - out, store.power_kw - out)
            out += more
            need -= more
        held -= out
        into = 0.0
        if out == 0:
            for place, most_here in enumerate(capacity):
                free = price[place] <= 0
                if not free and price[place] > wanted.cost:
                    break
                room = (store.capacity_kwh if free else min(target, store.capacity_kwh)) - held - into
                more = max(min(most_here - taken[place], room, store.power_kw - into), 0.0)
                if more > 0:
                    worth = (worth * (held + into) + price[place] * more) / (held + into + more)
                    taken[place] += more
                    into += more
        lost[hour] = (held + into) * (1 - keep)
        held = (held + into) * keep
        charged[hour], discharged[hour], content[hour], unmet[hour] = into, out, held, max(need, 0.0)
        heat[hour, order[hour]] = taken
    return Dispatch(heat, charged, discharged, content, lost, unmet)
