# SPDX-License-Identifier: Apache-2.0
"""The rows of the comparison: what both sides are asked to do, in the words of a request."""
from dataclasses import dataclass

SIZES = (10, 1_000, 100_000, 10_000_000)
TYPES = ("u8", "i64", "f32", "f64")
ARRANGEMENTS = ("contiguous", "strided", "reversed", "transposed", "broadcast")
ITEM = {"bool": 1, "u8": 1, "i64": 8, "f32": 4, "f64": 8}


@dataclass(frozen=True)
class Row:
    group: str
    request: str  # what `prepare` is sent
    type: str
    size: int
    bytes: int = 0  # bytes read and written, where memory is the limit
    target: float = 1.0  # the ratio that is asked for
    short: bool = False  # part of the everyday run

    @property
    def name(self):
        return self.request


UNARY = {
    "any": ("negative", "absolute", "square", "sign", "positive", "conjugate", "logical_not"),
    "ints": ("invert",),
    "floats": (
        "sqrt", "floor", "ceil", "trunc", "rint", "isnan", "isinf", "isfinite", "signbit", "reciprocal",
        "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "cbrt", "sin", "cos", "tan", "arcsin",
        "arccos", "arctan", "sinh", "cosh", "tanh", "arcsinh", "arctanh", "spacing",
    ),
}
BINARY = {
    "any": (
        "add", "subtract", "multiply", "divide", "floor_divide", "remainder", "minimum", "maximum", "fmin",
        "fmax", "equal", "not_equal", "less", "less_equal", "greater", "greater_equal", "power", "fmod",
        "logical_and", "logical_or", "logical_xor",
    ),
    "ints": ("bitwise_and", "bitwise_or", "bitwise_xor", "left_shift", "right_shift", "gcd", "lcm"),
    "floats": ("arctan2", "hypot", "copysign", "nextafter", "logaddexp", "logaddexp2", "heaviside"),
}


def types_of(family):
    return {"any": TYPES, "ints": ("u8", "i64"), "floats": ("f32", "f64")}[family]


def elementwise():
    everyday = {"add", "multiply", "less", "maximum", "sqrt", "exp", "log", "sin"}
    wanted = {
        ("exp", "f32"): 1.8, ("log", "f32"): 1.2, ("sin", "f32"): 2.0,
        ("exp", "f64"): 1.0, ("log", "f64"): 1.0, ("sin", "f64"): 15.0,
    }
    for family, table, operands in (("unary", UNARY, 2), ("binary", BINARY, 3)):
        for kind, names in table.items():
            for name in names:
                for type in types_of(kind):
                    for size in SIZES:
                        for arrangement in ARRANGEMENTS:
                            target = wanted.get((name, type), 1.0)
                            if arrangement == "contiguous" and size == 10:
                                target = 6.0
                            elif name in ("add", "less") and size == 10_000_000 and arrangement == "contiguous":
                                target = 1.3 if type in ("f32", "f64") else 1.0
                            short = name in everyday and type in ("f32", "f64") and arrangement in ("contiguous", "strided") and size != 10_000_000
                            yield Row(family, f"{family} {name} {type} {size} {arrangement}", type, size,
                                      operands * size * ITEM[type], target, short)


def small():
    for name in ("add", "subtract", "multiply", "less", "copy", "zeros"):
        for type in TYPES:
            for size in SIZES:
                target = 6.0 if size == 10 else 2.0 if name == "add" and size == 10_000_000 else 1.0
                yield Row("operators", f"operator {name} {type} {size}", type, size, 3 * size * ITEM[type], target,
                          type == "f64" and name in ("add", "copy"))


def layouts():
    for name in ("slice", "column", "transpose", "reshape", "ravel", "broadcast_to", "expand_dims", "moveaxis", "read", "write"):
        yield Row("layouts", f"view {name}", "i64", 64, target=6.0, short=True)
    yield Row("layouts", "overlap easy", "i64", 1000, target=6.0, short=True)
    yield Row("layouts", "overlap hard", "u8", 1049)


def copies():
    for type in TYPES:
        for size in SIZES:
            for arrangement in ARRANGEMENTS:
                target = 1.3 if size == 10_000_000 and arrangement == "contiguous" and type != "u8" else 1.0
                yield Row("copies", f"copy {type} {size} {arrangement}", type, size, 2 * size * ITEM[type], target,
                          type == "f64" and size == 100_000)
    for source in TYPES:
        for result in TYPES:
            if source != result:
                for size in SIZES:
                    yield Row("casts", f"cast {source} {result} {size}", source, size, size * (ITEM[source] + ITEM[result]),
                              short=size == 100_000)
    for type, target in (("f64", 10.0), ("f32", 17.0), ("u8", 30.0)):
        yield Row("transposes", f"transpose {type} 4096x4096 1x0", type, 4096 ** 2, 2 * 4096 ** 2 * ITEM[type], target, type == "f64")
        yield Row("transposes", f"transpose {type} 4095x4097 1x0", type, 4095 * 4097, 2 * 4095 * 4097 * ITEM[type], 4.0)
        for axes in ("2x1x0", "2x0x1", "0x2x1", "1x2x0", "1x0x2"):
            size = 270 ** 3
            yield Row("transposes", f"transpose {type} 270x270x270 {axes}", type, size, 2 * size * ITEM[type], 1.2)
        yield Row("transposes", f"transpose {type} 8x512x512x3 0x3x1x2", type, 8 * 512 * 512 * 3, 16 * 512 * 512 * 3 * ITEM[type], 1.5, True)
        yield Row("transposes", f"transpose {type} 8x3x512x512 0x2x3x1", type, 8 * 512 * 512 * 3, 16 * 512 * 512 * 3 * ITEM[type], 1.5)
    for type in TYPES:
        yield Row("transposes", f"mixed add {type} 3000", type, 3000 ** 2, 3 * 3000 ** 2 * ITEM[type], 8.0, type == "f64")


def reductions():
    names = ("sum", "prod", "min", "max", "mean", "argmin", "argmax", "any", "all", "std", "var", "count_nonzero", "median", "ptp")
    for name in names:
        for type in TYPES:
            for size in SIZES:
                yield Row("reductions", f"reduce {name} {type} {size} all", type, size, size * ITEM[type], 1.0,
                          name in ("sum", "max") and type == "f64")
            for shape in ("1000000x3", "3x1000000", "3000x3000"):
                for axis in (0, 1):
                    rows, columns = map(int, shape.split("x"))
                    target = 20.0 if name in ("sum", "max") and shape == "1000000x3" else 1.0
                    target = 20.0 if name == "argmax" and axis == 0 and rows == columns else target
                    yield Row("reductions", f"reduce {name} {type} {shape} {axis}", type, rows * columns,
                              rows * columns * ITEM[type], target, name == "sum" and type == "f32")
    for name in ("cumsum", "cumprod", "diff"):
        for type in TYPES:
            for size in SIZES:
                yield Row("scans", f"scan {name} {type} {size} 0", type, size, 2 * size * ITEM[type], 1.0, False)
            for axis, target in ((1, 8.0), (0, 10.0)):
                yield Row("scans", f"scan {name} {type} 3000x3000 {axis}", type, 9_000_000, 18_000_000 * ITEM[type],
                          target if name == "cumsum" else 1.0, name == "cumsum" and type == "f32")


def picking():
    for type in TYPES:
        for size in SIZES[1:]:
            big = size == 10_000_000
            for name, target in (("take", 1.5), ("columns", 4.0), ("mask", 8.0 if big else 25.0),
                                 ("mask_assign", 8.0 if big else 25.0), ("where", 8.0 if big else 25.0),
                                 ("nonzero", 1.0), ("add_at", 1.0)):
                if size == 1000:
                    target = 1.0
                yield Row("picking", f"pick {name} {type} {size}", type, size, 2 * size * ITEM[type], target,
                          type == "f32" and size == 100_000)
            for name in ("concatenate", "stack", "tile", "repeat", "roll", "flip"):
                yield Row("assembling", f"assemble {name} {type} {size}", type, size, 4 * size * ITEM[type], 1.0,
                          type == "f64" and size == 100_000)


def sorting():
    for name in ("sort", "argsort", "partition", "unique", "searchsorted"):
        for type in TYPES:
            for size in (10, 1000, 100_000, 1_000_000):
                yield Row("sorting", f"sort {name} {type} {size}", type, size, short=size == 1000 and type == "f64")


def products():
    for type in ("f32", "f64"):
        for size in (10, 100, 512, 1000):
            yield Row("products", f"product matmul {type} {size}", type, size, target=0.95 if size >= 512 else 1.0, short=size == 512)
        for name in ("dot", "outer"):
            for size in (10, 1000):
                yield Row("products", f"product {name} {type} {size}", type, size)


def rest():
    for size in SIZES:
        for fused in ("", "deferred:"):
            yield Row("expressions", f"expression {fused}a*b+c f64 {size}", "f64", size, 4 * size * 8,
                      2.2 if size == 10_000_000 and fused else 1.0, size <= 100_000)
            yield Row("expressions", f"expression {fused}exp(-a*a/2)*b+c f64 {size}", "f64", size, 4 * size * 8,
                      5.0 if size == 100_000 and fused else 1.0, size <= 100_000)
    # Two threads are to take 1.7 times less than one; NumPy has one in both rows.
    for threads in (1, 2):
        yield Row("threads", f"threads exp f64 10000000 {threads}", "f64", 10_000_000, 160_000_000)
    for name in ("save", "load", "map"):
        yield Row("files", f"file {name} 10000000", "f64", 10_000_000, 80_000_000)


def all_rows():
    # The many rows of single operations come last, so that a run that is stopped has the others.
    for rows in (layouts, small, copies, reductions, picking, sorting, products, rest, elementwise):
        yield from rows()
