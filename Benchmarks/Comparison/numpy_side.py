# SPDX-License-Identifier: Apache-2.0
"""NumPy's half of the comparison: for each request a function without arguments."""
import os

import numpy as np

TYPES = {"u8": np.uint8, "i64": np.int64, "f32": np.float32, "f64": np.float64}
LONGEST = 10_000_000


class Lacking(Exception):
    """NumPy has no such work for these types."""


def fill_pool(folder):
    """Writes the arrays that both sides compute with."""
    rng = np.random.default_rng(7)
    length = 2 * LONGEST + 8
    reals = rng.uniform(0.05, 0.95, length)
    np.save(f"{folder}/f64.npy", reals)
    np.save(f"{folder}/f32.npy", reals.astype(np.float32))
    np.save(f"{folder}/i64.npy", rng.integers(1, 1000, length))
    np.save(f"{folder}/u8.npy", rng.integers(1, 200, length).astype(np.uint8))
    np.save(f"{folder}/mask.npy", rng.random(LONGEST) < 0.5)
    for size in (1000, 100_000, LONGEST):
        np.save(f"{folder}/index_{size}.npy", rng.integers(0, size, size))
        columns = size // factors(size)[0]
        if not os.path.exists(f"{folder}/index_{columns}.npy"):
            np.save(f"{folder}/index_{columns}.npy", rng.integers(0, columns, columns))


def factors(count):
    rows = int(count ** 0.5)
    while count % rows:
        rows -= 1
    return rows, count // rows


class Side:
    def __init__(self, folder):
        self.folder = folder
        self.loaded = {}

    def pool(self, name):
        if name not in self.loaded:
            self.loaded[name] = np.load(f"{self.folder}/{name}.npy")
        return self.loaded[name]

    def prepare(self, request):
        words = request.split()
        try:
            return getattr(self, words[0])(*words[1:])
        except TypeError as error:
            raise Lacking(str(error)) from error

    def operands(self, type, n, arrangement):
        p = self.pool(type)
        r, c = factors(n)
        if arrangement == "contiguous":
            return p[:n], p[n:2 * n]
        if arrangement == "strided":
            return p[0:2 * n:2], p[1:2 * n + 1:2]
        if arrangement == "reversed":
            return p[:n][::-1], p[n:2 * n][::-1]
        if arrangement == "transposed":
            return p[:n].reshape(r, c).T, p[n:2 * n].reshape(c, r)
        return p[:r].reshape(r, 1), p[r:r + c].reshape(1, c)

    def operand(self, type, n, arrangement):
        r, c = factors(n)
        if arrangement == "broadcast":
            return np.broadcast_to(self.pool(type)[:c], (r, c))
        return self.operands(type, n, arrangement)[0]

    def unary(self, name, type, n, arrangement):
        f, a = getattr(np, name), self.operand(type, int(n), arrangement)
        out = np.array(f(a), order="C")
        return lambda: f(a, out=out)

    def binary(self, name, type, n, arrangement):
        f, (a, b) = getattr(np, name), self.operands(type, int(n), arrangement)
        out = np.array(f(a, b), order="C")
        return lambda: f(a, b, out=out)

    def operator(self, name, type, n):
        a, b = self.operands(type, int(n), "contiguous")
        n, dtype = int(n), TYPES[type]
        return {
            "add": lambda: a + b, "subtract": lambda: a - b, "multiply": lambda: a * b, "less": lambda: a < b,
            "copy": lambda: a.copy(), "zeros": lambda: np.zeros(n, dtype),
        }[name]

    def mixed(self, name, type, side):
        n = int(side)
        f, a = getattr(np, name), self.pool(type)[:n * n].reshape(n, n)
        out = np.empty_like(a)
        return lambda: f(a, a.T, out=out)

    def view(self, name):
        line, square = np.arange(10), np.arange(64).reshape(8, 8)

        def write():
            square[3, 4] = 5

        return {
            "slice": lambda: line[1:4], "column": lambda: square[:, 3], "transpose": lambda: square.T,
            "reshape": lambda: square.reshape(4, 16), "ravel": lambda: square.ravel(),
            "broadcast_to": lambda: np.broadcast_to(square, (3, 8, 8)),
            "expand_dims": lambda: np.expand_dims(square, 0), "moveaxis": lambda: np.moveaxis(square, 0, 1),
            "read": lambda: square[3, 4], "write": write,
        }[name]

    def overlap(self, name):
        if name == "hard":
            memory = np.lib.stride_tricks.as_strided
            base = np.zeros(64_023_025 + 1048 * (12223 + 12224 + 1) + 36674 * 1048 + (61119 + 85569) * 1048 + 1, np.uint8)
            a = memory(base, (1049,) * 3, (36674, 61119, 85569))
            b = memory(base[64_023_025:], (1049,) * 3, (12223, 12224, 1))
            return lambda: np.shares_memory(a, b)
        line = np.arange(1000)
        even, odd = line[::2], line[1::2]
        return lambda: np.shares_memory(even, odd)

    def copy(self, type, n, arrangement):
        a = self.operand(type, int(n), arrangement)
        out = np.zeros(a.shape, a.dtype)
        return lambda: np.copyto(out, a)

    def cast(self, source, result, n):
        a = self.pool(source)[:int(n)]
        out = np.zeros(a.shape, TYPES[result])
        return lambda: np.copyto(out, a, casting="unsafe")

    def transpose(self, type, lengths, axes):
        shape = [int(x) for x in lengths.split("x")]
        a = self.pool(type)[:int(np.prod(shape))].reshape(shape).transpose([int(x) for x in axes.split("x")])
        out = np.zeros(a.shape, a.dtype)
        return lambda: np.copyto(out, a)

    def shaped(self, type, shape, axis):
        lengths = [int(x) for x in shape.split("x")]
        a = self.pool(type)[:int(np.prod(lengths))].reshape(lengths)
        return a, None if axis == "all" else int(axis)

    def reduce(self, name, type, shape, axis):
        a, axis = self.shaped(type, shape, axis)
        f = getattr(np, name)
        return lambda: f(a, axis=axis)

    def scan(self, name, type, shape, axis):
        a, axis = self.shaped(type, shape, axis)
        f = getattr(np, name)
        return lambda: f(a, axis=axis)

    def pick(self, name, type, n):
        n = int(n)
        a, b = self.operands(type, n, "contiguous")
        if name == "take":
            index = self.pool(f"index_{n}")
            return lambda: a[index]
        if name == "columns":
            r, c = factors(n)
            square, index = a.reshape(r, c), self.pool(f"index_{c}")
            return lambda: square[:, index]
        if name == "add_at":
            index, target = self.pool(f"index_{n}"), a.copy()
            return lambda: np.add.at(target, index, a)
        mask = self.pool("mask")[:n]
        if name == "mask":
            return lambda: a[mask]
        if name == "where":
            return lambda: np.where(mask, a, b)
        if name == "nonzero":
            return lambda: mask.nonzero()
        target = a.copy()

        def assign():
            target[mask] = 0

        return assign

    def assemble(self, name, type, n):
        a, b = self.operands(type, int(n), "contiguous")
        return {
            "concatenate": lambda: np.concatenate([a, b]), "stack": lambda: np.stack([a, b], axis=-1),
            "tile": lambda: np.tile(a, 2), "repeat": lambda: np.repeat(a, 2),
            "roll": lambda: np.roll(a, 3), "flip": lambda: a[::-1].copy(),
        }[name]

    def sort(self, name, type, n):
        a = self.pool(type)[:int(n)]
        if name == "partition":
            return lambda: np.partition(a, len(a) // 2)
        if name == "searchsorted":
            line, values = np.sort(a), a
            return lambda: np.searchsorted(line, values)
        f = getattr(np, name)
        return lambda: f(a)

    def product(self, name, type, n):
        n = int(n)
        p = self.pool(type)
        if name == "matmul":
            a, b = p[:n * n].reshape(n, n), p[n * n:2 * n * n].reshape(n, n)
            return lambda: a @ b
        a, b = p[:n], p[n:2 * n]
        f = getattr(np, name)
        return lambda: f(a, b)

    def expression(self, name, type, n):
        a, b = self.operands(type, int(n), "contiguous")
        name = name.removeprefix("deferred:")
        return {"a*b+c": lambda: a * b + a, "exp(-a*a/2)*b+c": lambda: np.exp(-a * a / 2) * b + a}[name]

    def threads(self, name, type, n, threads):
        return self.unary(name, type, n, "contiguous")

    def file(self, name, n):
        a, path = self.pool("f64")[:int(n)], f"{self.folder}/numpy_file.npy"
        np.save(path, a)
        return {
            "save": lambda: np.save(path, a), "load": lambda: np.load(path),
            "map": lambda: np.load(path, mmap_mode="r"),
        }[name]
