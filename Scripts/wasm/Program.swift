// SPDX-License-Identifier: Apache-2.0

// A program over arrays for a host without files, processes or an operating system: it writes what
// it prints into memory, where the host reads it.

import ComplexModule
import RealModule
import StridedArrays
import StridedLayouts
import StridedMemory
import StridedPictures

@_cdecl("run")
public func run() -> UnsafePointer<UInt8>? {
  var text = ""
  for line in lines() { text += line + "\n" }
  let bytes = Array(text.utf8)
  let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 1)
  for (i, byte) in bytes.enumerated() { memory[i] = byte }
  memory[bytes.count] = 0
  return UnsafePointer(memory)
}

private func lines() -> [String] {
  var lines: [String] = []

  let album = NDArray([10, 20, 30, 40, 50])
  let window = album[1..<4]
  window[0] = 999
  lines.append("album \(album.description), window is a view: \(window.isView(of: album))")

  let m = NDArray<Float>.arange(12).reshaped(3, 4)
  lines.append("strides \(m.strides), transposed \(m.transposed().strides)")
  lines.append((m + m.flipped(axis: 1)).description)
  lines.append("sum \(m.transposed().sum()), above 5: \(m[where: m .> 5].description)")
  m[1...] += m[..<2]
  lines.append(m[2, ...].description)

  let waves = NDArray([Complex(1.5, -2), Complex(0.25, 0)])
  lines.append((waves * waves).description)

  do throws(ArrayError) {
    lines.append(try m.erased.transposed().reshaped([12], copying: .never).description)
  } catch {
    lines.append("error: \(error.message)")
  }
  do throws(ArrayError) {
    _ = try AnyNDArray.zeros([1 << 20, 1 << 20], .float64)
  } catch {
    lines.append("error: \(error.message)")
  }
  lines.append(
    MapPicture([NamedArray("album", album), NamedArray("evens", album[.every(2)])]).text())
  lines.append(
    StripPicture([NamedArray("album", album), NamedArray("evens", album[.every(2)])]).text())
  return lines
}
