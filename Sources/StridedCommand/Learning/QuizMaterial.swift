// SPDX-License-Identifier: Apache-2.0

import Strided

/// Arrays and what can be made of them, in NumPy's notation, from easy to hard.
struct QuizMaterial {
  /// What an expression teaches.
  enum Idea {
    case slice, index, turn, flip, reshape, newAxis, broadcast, windows, diagonal
    case list, mask, arithmetic, copyCall, conversion, joining, asArray

    func note(_ origin: Origin) -> String {
      switch self {
      case .slice: "A slice needs no more than another start, length and step."
      case .index: "An index leaves out one axis; the others keep their strides."
      case .turn: "Axes in another order are strides in another order: no element moves."
      case .flip: "Walking backwards is a negative stride from the last element."
      case .reshape:
        origin == .view
          ? "Strides can walk these elements in the new shape, so nothing is copied."
          : "No strides walk these elements in the order of the new shape, so they were copied into it."
      case .newAxis: "A new axis of length 1 moves nothing."
      case .broadcast: "A stride of 0 shows the same elements again and again."
      case .windows: "Windows overlap: both axes step by one element."
      case .diagonal: "The step of a diagonal is the sum of two strides."
      case .list: "What a list picks may lie anywhere, so no strides lead from one to the next."
      case .mask:
        "What a condition picks may lie anywhere, so no strides lead from one to the next."
      case .arithmetic: "A calculation gives new values, which need memory of their own."
      case .copyCall: "This always gives memory of its own."
      case .conversion: "astype makes new elements, unless copy=False finds nothing to do."
      case .joining: "The parts come together in new memory."
      case .asArray:
        origin == .copy
          ? "The elements do not lie in the order asked for, so they were copied."
          : "Nothing was to do, so the array itself comes back."
      }
    }
  }

  struct Piece {
    var text: String
    var idea: Idea
  }

  var random: SplitMix64
  let level: Int

  // MARK: Arrays

  /// A line that makes an array, and the array's shape.
  mutating func array(_ name: String, rank: Int? = nil) -> (line: String, shape: [Int]) {
    let rank = rank ?? (level == 3 && random.once(in: 3) ? 3 : random.number(1...2))
    if rank == 1 {
      let count = random.number(5...9)
      return ("\(name) = np.arange(\(count))", [count])
    }
    let shape = (0..<rank).map { _ in random.number(2...4) }
    let (text, count) = (tuple(shape), shape.reduce(1, *))
    if level == 1 {
      let rows = (0..<shape[0]).map { row in
        "[" + (0..<shape[1]).map { "\(row * shape[1] + $0 + 1)" }.joined(separator: ", ") + "]"
      }
      return ("\(name) = np.array([\(rows.joined(separator: ", "))])", shape)
    }
    if random.once(in: 3) { return ("\(name) = np.arange(\(count)).reshape\(text)", shape) }
    let types = ["int8", "int16", "int32", "int64", "float32", "float64"]
    let type = random.pick(types) ?? "int64"
    let order = level == 3 && random.once(in: 3) ? ", order='F'" : ""
    return ("\(name) = np.zeros(\(text), dtype=np.\(type)\(order))", shape)
  }

  // MARK: Slices

  mutating func slice(_ length: Int) -> String {
    let start = random.below(max(1, length - 1))
    let stop = random.number(start + 1...length)
    var forms = ["\(start):\(stop)", "\(start):", ":\(stop)", "::2", "1::2"]
    if level > 1 { forms += ["::-1", "-\(length - start):", ":\(stop):2", "\(start)::2", ":-1"] }
    if level > 2 { forms += ["\(stop - 1)::-1", "::-2", "-2::-1", "\(start):\(stop):3"] }
    return random.pick(forms) ?? ":"
  }

  // MARK: Views

  /// An expression of `name` that most likely gives a view.
  mutating func view(_ name: String, _ shape: [Int]) -> Piece {
    let pieces: [Piece] =
      switch shape.count {
      case 1: views(name, length: shape[0])
      case 2: views(name, rows: shape[0], columns: shape[1])
      default: views(name, shape)
      }
    return random.pick(pieces) ?? Piece(text: "\(name)[:]", idea: .slice)
  }

  private mutating func views(_ name: String, length: Int) -> [Piece] {
    var pieces = (0..<3).map { _ in Piece(text: "\(name)[\(slice(length))]", idea: .slice) }
    if let rows = [2, 3].first(where: { length % $0 == 0 }) {
      pieces.append(Piece(text: "\(name).reshape(\(rows), \(length / rows))", idea: .reshape))
    }
    if level > 1 {
      pieces += [
        Piece(text: "np.flip(\(name))", idea: .flip),
        Piece(text: "\(name)[:, np.newaxis]", idea: .newAxis),
        Piece(text: "\(name)[\(slice(length))][::2]", idea: .slice),
      ]
    }
    if level > 2 {
      pieces += [
        Piece(
          text: "np.lib.stride_tricks.sliding_window_view(\(name), \(random.number(2...3)))",
          idea: .windows),
        Piece(
          text: "np.broadcast_to(\(name), (\(random.number(2...3)), \(length)))", idea: .broadcast),
      ]
    }
    return pieces
  }

  private mutating func views(_ name: String, rows: Int, columns: Int) -> [Piece] {
    var pieces = [
      Piece(text: "\(name).T", idea: .turn),
      Piece(text: "\(name)[\(random.below(rows))]", idea: .index),
      Piece(text: "\(name)[:, \(random.below(columns))]", idea: .index),
      Piece(text: "\(name)[\(slice(rows)), \(slice(columns))]", idea: .slice),
      Piece(text: "\(name)[:, \(slice(columns))]", idea: .slice),
      Piece(text: "\(name).reshape(\(columns), \(rows))", idea: .reshape),
    ]
    if level > 1 {
      pieces += [
        Piece(text: "\(name).ravel()", idea: .reshape),
        Piece(text: "\(name)[::-1]", idea: .flip),
        Piece(text: "np.flip(\(name), 1)", idea: .flip),
        Piece(text: "\(name)[\(slice(rows))].T", idea: .turn),
        Piece(text: "\(name)[:, np.newaxis, \(slice(columns))]", idea: .newAxis),
        Piece(text: "\(name).T.reshape(-1)", idea: .reshape),
      ]
    }
    if level > 2 {
      pieces += [
        Piece(text: "np.diagonal(\(name))", idea: .diagonal),
        Piece(text: "np.rot90(\(name))", idea: .flip),
        Piece(text: "\(name)[:, \(slice(columns))].reshape(-1)", idea: .reshape),
        Piece(text: "\(name).T[\(slice(columns))]", idea: .turn),
        Piece(text: "\(name).ravel('F')", idea: .reshape),
        Piece(text: "np.broadcast_to(\(name)[0], (3, \(columns)))", idea: .broadcast),
      ]
    }
    return pieces
  }

  private mutating func views(_ name: String, _ shape: [Int]) -> [Piece] {
    var axes = [0, 1, 2]
    random.shuffle(&axes)
    return [
      Piece(text: "\(name).transpose(\(axes[0]), \(axes[1]), \(axes[2]))", idea: .turn),
      Piece(text: "\(name)[\(random.below(shape[0]))]", idea: .index),
      Piece(text: "\(name)[..., \(random.below(shape[2]))]", idea: .index),
      Piece(text: "\(name)[:, \(slice(shape[1]))]", idea: .slice),
      Piece(text: "np.moveaxis(\(name), 0, -1)", idea: .turn),
      Piece(text: "\(name).swapaxes(0, 2)[\(slice(shape[2]))]", idea: .turn),
      Piece(text: "\(name).reshape(\(shape[0] * shape[1]), -1)", idea: .reshape),
      Piece(text: "\(name).swapaxes(0, 1).reshape(-1)", idea: .reshape),
    ]
  }

  // MARK: Copies

  /// An expression of `name` that most likely copies, or gives the array itself.
  mutating func copy(_ name: String, _ shape: [Int]) -> Piece {
    var pieces = [
      Piece(text: "\(name).copy()", idea: .copyCall),
      Piece(text: "\(name)[[0, \(shape[0] - 1)]]", idea: .list),
      Piece(text: "\(name)[\(name) < 3]", idea: .mask),
      Piece(text: "\(name) + 1", idea: .arithmetic),
      Piece(text: "np.array(\(name))", idea: .copyCall),
    ]
    if level > 1 {
      pieces += [
        Piece(text: "\(name).flatten()", idea: .copyCall),
        Piece(text: "\(name).astype(np.float64)", idea: .conversion),
        Piece(text: "np.concatenate([\(name), \(name)])", idea: .joining),
        Piece(text: "\(name)[[\(random.below(shape[0]))]]", idea: .list),
        Piece(text: "np.roll(\(name), 1)", idea: .joining),
        Piece(text: "np.asarray(\(name))", idea: .asArray),
        Piece(text: "np.take(\(name), [0, 1])", idea: .list),
      ]
    }
    if level > 2 {
      pieces += [
        Piece(text: "np.ascontiguousarray(\(name))", idea: .asArray),
        Piece(text: "np.asfortranarray(\(name))", idea: .asArray),
        Piece(text: "\(name).astype(\(name).dtype, copy=False)", idea: .conversion),
        Piece(text: "-\(name)", idea: .arithmetic),
        Piece(text: "np.tile(\(name), 2)", idea: .joining),
      ]
    }
    let asking = pieces.filter { $0.idea == .asArray }
    // What gives the array itself back is rare among them, and worth asking for.
    return random.pick(!asking.isEmpty && random.once(in: 4) ? asking : pieces) ?? pieces[0]
  }
}
