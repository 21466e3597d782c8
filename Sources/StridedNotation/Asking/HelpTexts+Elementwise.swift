// SPDX-License-Identifier: Apache-2.0

extension HelpTexts {
  static let elementwise = """
    absolute fabs: The magnitude of each element. Copies.
    add: The sum, as x1 + x2. Copies.
    subtract: The difference, as x1 - x2. Copies.
    multiply: The product, as x1 * x2. Copies.
    divide true_divide: The quotient as a floating-point number, as x1 / x2. Copies.
    floor_divide: The quotient, rounded down, as x1 // x2. Copies.
    remainder: What floor division leaves, with the sign of x2, as x1 % x2. Copies.
    fmod: What division towards zero leaves, with the sign of x1. Copies.
    divmod: The quotient, rounded down, and the remainder. Copies.
    power float_power: The power, as x1 ** x2; float_power always of floating-point numbers. Copies.
    square sqrt cbrt reciprocal: The square, square root, cube root, or 1 divided by each element. Copies.
    negative positive: Each element with the other sign, or as it is. Copies.
    sign signbit copysign: The sign of each element: -1, 0 or 1; as a bool; or put on others. Copies.
    conj conjugate: Each complex number mirrored at the real axis. Copies.
    maximum minimum: The larger or smaller of two elements; NaN if one is. Copies.
    fmax fmin: The larger or smaller of two elements; the other one if one is NaN. Copies.
    heaviside: 0 for negative elements, 1 for positive ones, x2 for 0. Copies.
    exp exp2 expm1: e or 2 to the power of each element; expm1 less 1, exact near 0. Copies.
    log log2 log10 log1p: The logarithm of each element; log1p of 1 more, exact near 0. Copies.
    logaddexp logaddexp2: The logarithm of a sum of powers. Copies.
    sin cos tan: The function of each element, an angle in radians. Copies.
    arcsin arccos arctan arctan2: The angle in radians whose function is each element; arctan2 of y and x. Copies.
    sinh cosh tanh arcsinh arccosh arctanh: The hyperbolic function of each element, or its inverse. Copies.
    deg2rad rad2deg: Degrees to radians, and back. Copies.
    hypot: The length of the hypotenuse of a right triangle. Copies.
    floor ceil trunc rint: Each element rounded down, up, towards zero, or to the nearest with ties to even. Copies.
    modf frexp: Each element in two parts: fraction and whole, or mantissa and exponent. Copies.
    ldexp nextafter spacing: x1 * 2**x2; the next number towards x2; the distance to the next number. Copies.
    equal not_equal less less_equal greater greater_equal: Compares element by element. Copies.
    isfinite isinf isnan: Whether each element is finite, infinite or no number. Copies.
    logical_and logical_or logical_xor logical_not: Truth of each element, joined or turned round. Copies.
    bitwise_and bitwise_or bitwise_xor invert: The bits of each element, joined or turned round. Copies.
    bitwise_count: The number of bits that are 1 in the magnitude of each element. Copies.
    left_shift right_shift: The bits of each element moved by so many places. Copies.
    gcd lcm: The greatest common divisor, or the least common multiple. Copies.
    """

  static let elementwiseMethods = """
    reduce: Joins the elements along an axis by the operation, as np.add.reduce sums them.
    accumulate: The results so far of joining the elements along an axis. Copies.
    outer: The operation on every pair of elements. Copies.
    at: Applies the operation to the elements at indices, each as often as it is named. Writes in place.
    """
}
