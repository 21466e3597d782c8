// SPDX-License-Identifier: Apache-2.0

import StridedNotation
import Testing

/// Reductions, sorting, products: that names, arguments and results are NumPy's. What they compute
/// is tested where they are.
@Suite struct CalculatingTests {
  @Test(arguments: [
    ("np.sum([1, 2], dtype=np.float32)", "np.float32(3.0)"),
    ("np.sum([[1, 2], [3, 4]], 1, None, None, True)", "array([[3],\n       [7]])"),
    ("np.sum([1, 2, 3], initial=10, where=[True, False, True])", "np.int64(14)"),
    ("np.min([3, 1], initial=0)", "np.int64(0)"),
    ("np.max([[1, 5], [2, 3]], axis=0, keepdims=True)", "array([[2, 5]])"),
    ("np.array([2, 3]).prod()", "np.int64(6)"), ("np.mean([1, 2])", "np.float64(1.5)"),
    ("np.var([1, 2, 3, 4], ddof=1)", "np.float64(1.6666666666666667)"),
    ("np.nanmean([1, np.nan, 3])", "np.float64(2.0)"), ("np.count_nonzero([0, 2])", "np.int64(1)"),
    ("np.any([[0, 1], [0, 0]], axis=1)", "array([ True, False])"),
    ("np.ptp([3, 9, 1])", "np.int64(8)"), ("np.argmax([[1, 5], [7, 3]], axis=1)", "array([1, 0])"),
    ("np.argmin([3, 1, 2])", "np.int64(1)"),
    ("np.cumsum([[1, 2], [3, 4]])", "array([ 1,  3,  6, 10])"),
    ("np.multiply.accumulate([2, 3, 4])", "array([ 2,  6, 24])"),
    ("np.diff([1, 4, 9], prepend=0)", "array([1, 3, 5])"),
    ("np.sort([3, 1, 2])", "array([1, 2, 3])"), ("np.argsort([3, 1, 2])", "array([1, 2, 0])"),
    ("np.unique([3, 1, 3], return_counts=True)", "(array([1, 3]), array([1, 2]))"),
    ("np.searchsorted([1, 2, 3], 2, 'right')", "np.int64(2)"),
    ("np.isin([1, 2], [2], invert=True)", "array([ True, False])"),
    ("np.median([3, 1, 2])", "np.float64(2.0)"),
    ("np.quantile([1, 2, 3, 4], [0.5, 0.25])", "array([2.5 , 1.75])"),
    ("np.percentile([1, 2, 3], 50)", "np.float64(2.0)"),
    ("np.array([[1, 2], [3, 4]]) @ np.array([1, 1])", "array([3, 7])"),
    ("np.dot([1, 2], [3, 4])", "np.int64(11)"),
    ("np.outer([1, 2], [3, 4])", "array([[3, 4],\n       [6, 8]])"),
    ("np.vdot([1j], [1j])", "np.complex128(1+0j)"),
    ("np.einsum('ij->ji', np.arange(4).reshape(2, 2)).strides", "(8, 16)"),
    ("np.tensordot([[1, 2]], [[3], [4]], 1)", "array([[11]])"),
    ("np.trace(np.eye(3))", "np.float64(3.0)"),
    ("np.round([1.25, 2.5], 1)", "array([1.2, 2.5])"), ("round(np.float32(2.5))", "2"),
    ("round(np.float64(2.567), 1)", "np.float64(2.6)"),
  ])
  func calculate(_ expression: String, _ text: String) { expect(expression, is: text) }

  @Test(arguments: [
    (
      "np.max([])",
      "ValueError: zero-size array to reduction operation maximum which has no identity"
    ),
    ("np.argmin([])", "ValueError: attempt to get argmin of an empty sequence"),
    ("np.matmul(1, 2)", "ValueError"), ("np.array([1, 2]) @ np.array([1, 2, 3])", "ValueError"),
    ("np.sum([1], axis=1)", "AxisError"),
    ("np.sum([[1]], axis=(0, 0))", "ValueError: duplicate value in 'axis'"),
    ("np.sort(np.array(3))", "AxisError"),
    ("np.quantile([1], 2)", "ValueError: Quantiles must be in the range [0, 1]"),
    ("round(np.arange(2))", "TypeError: type numpy.ndarray doesn't define __round__ method"),
    ("a = np.zeros(3)\na.flat[0] = 1j", "ValueError: Error setting single item of array."),
    ("np.tile(np.arange(9), 10**12)", "MemoryError"),
    ("np.outer(np.zeros(10**5), np.zeros(10**5))", "MemoryError"),
  ])
  func refuse(_ program: String, _ fault: String) {
    #expect(outcome(program).fault.hasPrefix(fault), "\(program): \(outcome(program).fault)")
  }

  @Test func resultsGoWhereTheyAreWanted() {
    #expect(
      output(
        """
        a = np.arange(6.0).reshape(2, 3)
        out = np.zeros(3)
        print(np.sum(a, axis=0, out=out) is out, out)
        b = np.array([3, 1, 2])
        print(b.sort(), b)
        c = np.arange(3)
        c[[]] = np.zeros((5, 0))
        print(c)
        """) == "True [3. 5. 7.]\nNone [1 2 3]\n[0 1 2]\n")
  }

  /// The limit holds over all arrays that are alive, and those that are gone don't count.
  @Test func theLimitOfBytesHoldsOverAll() {
    let limits = Limits(bytes: 1 << 20)
    let kept = "l = []\nfor i in range(20): l.append(np.zeros(1 << 14))"
    #expect(outcome(kept, limits: limits).error?.type == .memoryError)
    let gone = "for i in range(200): a = np.zeros(1 << 15)\nprint(a.size)"
    #expect(outcome(gone, limits: limits).text == "32768\n")
    let views =
      "a = np.zeros(1 << 16)\nv = [a[i:] for i in range(100)]\nb = np.zeros(1 << 15)\nprint(1)"
    #expect(outcome(views, limits: limits).text == "1\n")
    let function = "def f(n):\n  a = np.zeros(1 << 14)\n  return f(n - 1) if n else 0\nf(30)"
    #expect(outcome(function, limits: limits).error?.type == .memoryError)
  }
}
