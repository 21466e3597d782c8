// SPDX-License-Identifier: Apache-2.0

import StridedArrays
import StridedLayouts
import StridedMemory

/// Arrays in their logical shape, with the place of each element in memory and thick lines where
/// neighbours lie in different cache lines.
///
/// The last two axes are the rows and columns of a table; arrays of more axes have several tables.
/// Large tables leave out positions.
public struct GridPicture: Picture {
  /// What is written for each element.
  public enum Labels: Hashable, Sendable {
    /// Where it starts, in bytes from the start of the storage.
    case byteOffsets
    /// Its number in the order of addresses; elements at one place share a number.
    case addressOrder
    /// Its value.
    case values
  }

  /// One array.
  struct Block {
    var title: String
    var note: String
    var planes: [GridPlane]
    var leftOut: Int
    /// The address of the storage within its cache line.
    var base: Int

    func isDivided(_ left: Int, _ right: Int) -> Bool {
      (base + left).floored(by: Storage.alignment) != (base + right).floored(by: Storage.alignment)
    }
  }

  /// The widest label in characters.
  static let widestLabel = 12

  let blocks: [Block]

  /// Draws arrays below each other.
  ///
  /// - Complexity: O(cells drawn × rank); numbering 65,536 elements or fewer whose axes interleave
  ///   takes a sort, and of more their offsets are drawn instead.
  public init(_ arrays: [NamedArray], labels: Labels = .byteOffsets) {
    blocks = arrays.map { Block($0, labels) }
  }
}

extension GridPicture.Block {
  fileprivate init(_ named: NamedArray, _ labels: GridPicture.Labels) {
    let array = named.array
    let name = named.name.fitted(to: 24, .ascii)
    title =
      "\(name): \(array.dtype) \(shortList(array.shape)), strides \(shortList(array.strides))"
    base = Int(bitPattern: array.storage.address) & (Storage.alignment - 1)
    let order = labels == .addressOrder && array.count > 0 ? AddressOrder(array.layout) : nil
    switch labels {
    case .values: note = "values"
    case .addressOrder where order != nil: note = "order of addresses"
    default: note = "byte offsets"
    }
    (planes, leftOut) = GridPlane.planes(of: named) { offset, index in
      switch labels {
      case .values:
        AnyNDArray.valueText(in: array.storage, at: offset, array.dtype)
          .fitted(to: GridPicture.widestLabel, .ascii)
      case .byteOffsets: "\(offset)"
      case .addressOrder: "\(order?.number(index, at: offset) ?? offset)"
      }
    }
    if planes.isEmpty {
      note = "no elements"
    } else if hasLines {
      note += "; thick lines between cache lines of \(Storage.alignment) bytes"
    }
  }

  /// Whether a thick line is drawn.
  private var hasLines: Bool {
    for plane in planes {
      for r in plane.rows.indices {
        for c in plane.columns.indices
        where plane.along(r, c, isDivided) == 2 || plane.across(r, c, isDivided) == 2 {
          return true
        }
      }
    }
    return false
  }
}

extension GridPicture {
  /// The picture in lines of text of at most about 80 characters, without a newline at the end.
  public func text(style: TextStyle) -> String {
    var parts: [String] = []
    for block in blocks {
      var canvas = TextCanvas()
      canvas.write(block.title, x: 0, y: 0)
      canvas.write(block.note, x: 0, y: 1)
      for plane in block.planes {
        if !plane.caption.isEmpty { canvas.write(plane.caption, x: 0, y: canvas.height) }
        plane.draw(on: &canvas, x: 0, y: canvas.height, style, isDivided: block.isDivided)
      }
      if block.leftOut > 0 { canvas.write(block.rest(style), x: 0, y: canvas.height) }
      parts.append(canvas.text)
    }
    return parts.joined(separator: "\n\n")
  }

  public var figure: Figure {
    var titles: [String] = []
    for block in blocks { titles.append("\(block.title); \(block.note)") }
    var figure = Figure(
      title: "Places of elements in memory", summary: titles.joined(separator: "\n"))
    var y = Figure.margin
    for block in blocks {
      figure.text(block.title, x: Figure.margin, y: y + 12, "h")
      figure.text(block.note, x: Figure.margin, y: y + 30, "s")
      y += 40
      for plane in block.planes {
        if !plane.caption.isEmpty {
          figure.text(plane.caption, x: Figure.margin, y: y + 12, "t")
          y += 20
        }
        plane.draw(on: &figure, x: Figure.margin, y: y, isDivided: block.isDivided)
        y += plane.figureHeight + 12
      }
      if block.leftOut > 0 {
        figure.text(block.rest(.unicode), x: Figure.margin, y: y + 12, "s")
        y += 20
      }
      y += 8
    }
    return figure
  }
}

extension GridPicture.Block {
  fileprivate func rest(_ style: TextStyle) -> String {
    let dots = style == .unicode ? "…" : "..."
    return "\(dots) \(leftOut.grouped) more \(leftOut == 1 ? "table" : "tables") between"
  }
}
