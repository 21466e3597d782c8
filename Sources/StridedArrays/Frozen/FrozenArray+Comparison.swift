// SPDX-License-Identifier: Apache-2.0

public import StridedMemory

// The comparisons of `NDArray` on what it reads.
extension FrozenArray where Item: Scalar {
  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  public static func .== (left: FrozenArray, right: FrozenArray) -> NDArray<Bool> {
    left.reader .== right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  public static func .== (left: FrozenArray, right: NDArray<Item>) -> NDArray<Bool> {
    left.reader .== right
  }

  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  public static func .== (left: NDArray<Item>, right: FrozenArray) -> NDArray<Bool> {
    left .== right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  public static func .== (left: FrozenArray, right: Item) -> NDArray<Bool> { left.reader .== right }

  /// Element by element, with broadcasting. NumPy: `numpy.equal`. Copies.
  public static func .== (left: Item, right: FrozenArray) -> NDArray<Bool> { left .== right.reader }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  public static func .!= (left: FrozenArray, right: FrozenArray) -> NDArray<Bool> {
    left.reader .!= right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  public static func .!= (left: FrozenArray, right: NDArray<Item>) -> NDArray<Bool> {
    left.reader .!= right
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  public static func .!= (left: NDArray<Item>, right: FrozenArray) -> NDArray<Bool> {
    left .!= right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  public static func .!= (left: FrozenArray, right: Item) -> NDArray<Bool> { left.reader .!= right }

  /// Element by element, with broadcasting. NumPy: `numpy.not_equal`. Copies.
  public static func .!= (left: Item, right: FrozenArray) -> NDArray<Bool> { left .!= right.reader }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  public static func .< (left: FrozenArray, right: FrozenArray) -> NDArray<Bool> {
    left.reader .< right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  public static func .< (left: FrozenArray, right: NDArray<Item>) -> NDArray<Bool> {
    left.reader .< right
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  public static func .< (left: NDArray<Item>, right: FrozenArray) -> NDArray<Bool> {
    left .< right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  public static func .< (left: FrozenArray, right: Item) -> NDArray<Bool> { left.reader .< right }

  /// Element by element, with broadcasting. NumPy: `numpy.less`. Copies.
  public static func .< (left: Item, right: FrozenArray) -> NDArray<Bool> { left .< right.reader }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  public static func .<= (left: FrozenArray, right: FrozenArray) -> NDArray<Bool> {
    left.reader .<= right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  public static func .<= (left: FrozenArray, right: NDArray<Item>) -> NDArray<Bool> {
    left.reader .<= right
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  public static func .<= (left: NDArray<Item>, right: FrozenArray) -> NDArray<Bool> {
    left .<= right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  public static func .<= (left: FrozenArray, right: Item) -> NDArray<Bool> { left.reader .<= right }

  /// Element by element, with broadcasting. NumPy: `numpy.less_equal`. Copies.
  public static func .<= (left: Item, right: FrozenArray) -> NDArray<Bool> { left .<= right.reader }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  public static func .> (left: FrozenArray, right: FrozenArray) -> NDArray<Bool> {
    left.reader .> right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  public static func .> (left: FrozenArray, right: NDArray<Item>) -> NDArray<Bool> {
    left.reader .> right
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  public static func .> (left: NDArray<Item>, right: FrozenArray) -> NDArray<Bool> {
    left .> right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  public static func .> (left: FrozenArray, right: Item) -> NDArray<Bool> { left.reader .> right }

  /// Element by element, with broadcasting. NumPy: `numpy.greater`. Copies.
  public static func .> (left: Item, right: FrozenArray) -> NDArray<Bool> { left .> right.reader }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  public static func .>= (left: FrozenArray, right: FrozenArray) -> NDArray<Bool> {
    left.reader .>= right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  public static func .>= (left: FrozenArray, right: NDArray<Item>) -> NDArray<Bool> {
    left.reader .>= right
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  public static func .>= (left: NDArray<Item>, right: FrozenArray) -> NDArray<Bool> {
    left .>= right.reader
  }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  public static func .>= (left: FrozenArray, right: Item) -> NDArray<Bool> { left.reader .>= right }

  /// Element by element, with broadcasting. NumPy: `numpy.greater_equal`. Copies.
  public static func .>= (left: Item, right: FrozenArray) -> NDArray<Bool> { left .>= right.reader }
}
