# SPDX-License-Identifier: Apache-2.0
"""The results as text."""
from collections import defaultdict
from statistics import geometric_mean


def nanoseconds(value):
    for unit, size in (("ms", 1e6), ("us", 1e3)):
        if value >= size:
            return f"{value / size:.3g} {unit}"
    return f"{value:.3g} ns"


def line(result):
    if "lacks" in result:
        return f"{result['name']}: not there ({result['lacks']})"
    return (f"{result['name']}: NumPy {nanoseconds(result['numpy_ns'])}, Strided {nanoseconds(result['strided_ns'])}, "
            f"ratio {result['ratio']:.2f} (spread {result['spread']:.2f}, wanted {result['target']})")


def summary(results):
    measured = [r for r in results if "ratio" in r]
    lines = []
    groups = defaultdict(list)
    for result in measured:
        groups[result["group"]].append(result)
    for name, rows in groups.items():
        ratios = [r["ratio"] for r in rows]
        slower = sum(r < 0.95 for r in ratios)
        missed = sum(r["ratio"] < 0.95 * r["target"] for r in rows)
        lines.append(f"{name}: {len(rows)} rows, geometric mean {geometric_mean(ratios):.2f}, slowest {min(ratios):.2f}, "
                     f"{slower} slower than NumPy, {missed} under their target")
    lacking = [r for r in results if "lacks" in r]
    if lacking:
        lines.append(f"{len(lacking)} rows that Strided can't run yet")
    return "\n".join(lines)


def fallen(before, now):
    old = {r["name"]: r["ratio"] for r in before}
    return [f"{r['name']}: {old[r['name']]:.2f} before, {r['ratio']:.2f} now"
            for r in now if "ratio" in r and r["name"] in old and r["ratio"] < 0.85 * old[r["name"]]]


def markdown(facts, results):
    out = ["# Results", "", "Written by `Benchmarks/run`. The ratio is NumPy's time divided by Strided's, the median of rounds in which the two "
           "took turns, on one thread; above 1 Strided is faster. Spread is how far apart the middle half of the rounds lies. Bandwidth counts "
           "bytes read and written, as a share of memcpy's on the same machine.", ""]
    out += [f"- {key}: {value}" for key, value in facts.items()]
    out += ["", "## Summary", "", "```", summary(results), "```", ""]
    groups = defaultdict(list)
    for result in results:
        if "ratio" in result:
            groups[result["group"]].append(result)
    copying = {int(size): rate for size, rate in facts["memcpy_gb_per_s"].items()}
    for name, rows in groups.items():
        out += [f"## {name}", "", "| row | NumPy | Strided | ratio | spread | wanted | of memcpy |", "| --- | --- | --- | --- | --- | --- | --- |"]
        for r in rows:
            share = ""
            if r["bytes"]:
                size = min(copying, key=lambda s: abs(s - r["bytes"]))
                share = f"{r['bytes'] / r['strided_ns'] / copying[size]:.2f}"
            mark = "" if r["ratio"] >= 0.95 * r["target"] else " under"
            out.append(f"| {r['name']} | {nanoseconds(r['numpy_ns'])} | {nanoseconds(r['strided_ns'])} | {r['ratio']:.2f} | {r['spread']:.2f} | "
                       f"{r['target']}{mark} | {share} |")
        out.append("")
    missing = [r for r in results if "lacks" in r]
    if missing:
        out += ["## Not there yet", ""] + [f"- {r['name']}: {r['lacks']}" for r in missing]
    return "\n".join(out) + "\n"
