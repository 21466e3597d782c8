# SPDX-License-Identifier: Apache-2.0
"""Times Strided against NumPy, row by row, the two in turn; writes RESULTS.md and RESULTS.json."""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time

import machine
import numpy_side
import report
import rows as table


class Other:
    """The program that does Strided's half, spoken to in lines."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, "serve", folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        try:
            self.process.stdin.write(line + "\n")
            self.process.stdin.flush()
            answer = self.process.stdout.readline().strip()
        except BrokenPipeError:
            answer = ""
        if not answer:
            sys.exit(f"the benchmark program ended at: {line}")
        return answer

    def time(self, calls):
        return float(self.ask(f"time {calls}"))


def timer(function):
    def run(calls):
        start = time.perf_counter_ns()
        for _ in range(calls):
            function()
        return float(time.perf_counter_ns() - start)

    return run


def calls_for(run, quantum):
    calls = 1
    while (spent := run(calls)) < quantum and calls < 1 << 22:
        calls = max(calls * 2, min(int(calls * quantum / max(spent, 1)), calls * 64))
    return calls, spent / calls


def measure(row, side, other, quick):
    """The result of a row, or the reason why there is none."""
    try:
        ours = other.ask(f"prepare {row.request}")
        theirs = timer(side.prepare(row.request))
    except numpy_side.Lacking:
        return None
    if ours != "ok":
        return {"name": row.name, "group": row.group, "lacks": ours.removeprefix("lacks ")}
    quantum = 5e5 if quick else 2e6
    (n, one), (m, other_one) = calls_for(theirs, quantum), calls_for(other.time, quantum)
    slow = max(one * n, other_one * m) > 2e7
    rounds = (3 if slow else 7) if quick else (5 if slow else 15)
    pairs = [(theirs(n) / n, other.time(m) / m) for _ in range(rounds)]
    ratios = sorted(a / b for a, b in pairs)
    middle = lambda values: sorted(values)[len(values) // 2]
    return {
        "name": row.name, "group": row.group, "type": row.type, "size": row.size, "target": row.target, "bytes": row.bytes,
        "numpy_ns": round(middle([a for a, _ in pairs]), 2), "strided_ns": round(middle([b for _, b in pairs]), 2),
        "ratio": round(middle(ratios), 3), "spread": round(ratios[-1 - len(ratios) // 4] / ratios[len(ratios) // 4] - 1, 3),
    }


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__)
    parser.add_argument("--program", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--short", action="store_true", help="the everyday rows, about a minute; writes nothing")
    parser.add_argument("--only", metavar="REGEX", help="the rows whose name matches; writes nothing")
    parser.add_argument("--compare", metavar="JSON", nargs="?", const="RESULTS.json", help="name the rows that fell by more than 15 %% against these results")
    options = parser.parse_args()
    # NumPy takes minutes for the hard instance of overlap: it runs when it is asked for.
    rows = [r for r in table.all_rows() if options.only or r.name != "overlap hard"]
    wanted = [r for r in rows if (not options.short or r.short) and (not options.only or re.search(options.only, r.name))]
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    results = []
    with tempfile.TemporaryDirectory() as folder:
        numpy_side.fill_pool(folder)
        side, other = numpy_side.Side(folder), Other(options.program, folder)
        facts = machine.facts()
        try:
            for number, row in enumerate(wanted):
                result = measure(row, side, other, options.short)
                if result is None:
                    continue
                results.append(result)
                print(f"[{number + 1}/{len(wanted)}] {report.line(result)}", flush=True)
        except KeyboardInterrupt:
            # What was measured is kept; the report says that it is not all.
            facts["rows"] = f"{len(results)} of {len(wanted)}, then stopped"
    print(report.summary(results))
    if options.compare:
        with open(os.path.join(here, options.compare)) as file:
            fallen = report.fallen(json.load(file)["rows"], results)
        print("\n".join(fallen) if fallen else "no row fell by more than 15 %")
        sys.exit(1 if fallen else 0)
    if not options.short and not options.only:
        measured = [r for r in results if "ratio" in r]
        with open(os.path.join(here, "RESULTS.json"), "w") as file:
            rows = ",\n".join(json.dumps(r) for r in measured)
            file.write(f'{{"machine": {json.dumps(facts)}, "rows": [\n{rows}\n]}}\n')
        with open(os.path.join(here, "RESULTS.md"), "w") as file:
            file.write(report.markdown(facts, results))


main()
