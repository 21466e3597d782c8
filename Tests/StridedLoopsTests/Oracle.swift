// SPDX-License-Identifier: Apache-2.0
import StridedLayouts
import StridedLoops
import StridedMemory

/// An element's value, wide enough for every kind.
enum Value {
  case integer(Int128)
  case number(Double, Double)
}

/// A slow, obviously right model: elements one by one, all inputs read before anything is written.
enum Oracle {
  static func offsets(_ layout: Layout) -> [Int] {
    var result = [layout.offset]
    for i in 0..<layout.rank {
      let axis = layout.axes[i]
      result = result.flatMap { o in (0..<axis.length).map { o + $0 * axis.stride } }
    }
    return result
  }

  static func broadcast(_ layout: Layout, _ shape: [Int]) throws -> Layout {
    let extra = shape.count - layout.rank
    var axes = AxisList()
    for i in shape.indices {
      let own = i - extra
      let stride =
        own < 0 || layout.axes[own].length == 1 ? 0 : layout.axes[own].stride
      axes.append(Axis(length: shape[i], stride: stride))
    }
    return try Layout(axes: axes, offset: layout.offset)
  }

  static func load(_ bytes: [UInt8], _ offset: Int, _ dtype: DType) -> Value {
    var item = Array(bytes[offset..<(offset + dtype.itemSize)])
    if dtype.isSwapped {
      let part = dtype.isComplex ? item.count / 2 : item.count
      item = stride(from: 0, to: item.count, by: part).flatMap { item[$0..<($0 + part)].reversed() }
    }
    return item.withUnsafeBytes { p in
      func get<T>(_ type: T.Type, at: Int = 0) -> T {
        p.loadUnaligned(fromByteOffset: at, as: type)
      }
      switch dtype.kind {
      case .bool: return .integer(item[0] != 0 ? 1 : 0)
      case .int8: return .integer(Int128(get(Int8.self)))
      case .int16: return .integer(Int128(get(Int16.self)))
      case .int32: return .integer(Int128(get(Int32.self)))
      case .int64: return .integer(Int128(get(Int64.self)))
      case .uint8: return .integer(Int128(get(UInt8.self)))
      case .uint16: return .integer(Int128(get(UInt16.self)))
      case .uint32: return .integer(Int128(get(UInt32.self)))
      case .uint64: return .integer(Int128(get(UInt64.self)))
      case .float16: return .number(Double(get(Float16.self)), 0)
      case .float32: return .number(Double(get(Float.self)), 0)
      case .float64: return .number(get(Double.self), 0)
      case .complex64: return .number(Double(get(Float.self)), Double(get(Float.self, at: 4)))
      case .complex128: return .number(get(Double.self), get(Double.self, at: 8))
      case .record: return .integer(0)
      }
    }
  }

  static func encode(_ value: Value, _ dtype: DType) -> [UInt8] {
    func bytes<T>(_ x: T) -> [UInt8] {
      let b = withUnsafeBytes(of: x) { Array($0) }
      return dtype.isSwapped ? b.reversed() : b
    }
    func real<T: BinaryFloatingPoint>(_ type: T.Type) -> T {
      switch value {
      case .integer(let i): type == Float16.self ? T(Float(i)) : T(i)
      case .number(let re, _): T(re)
      }
    }
    let imaginary: Double
    if case .number(_, let im) = value { imaginary = im } else { imaginary = 0 }
    // What an integer kind takes: floats out of range become one documented value.
    func whole(_ bits: Int) -> Int128 {
      switch value {
      case .integer(let i): return i
      case .number(let re, _):
        if bits == 128 {
          if re >= 0x1p63, re < 0x1p64 { return Int128(re.rounded(.towardZero)) }
          return re >= -0x1p63 && re < 0x1p63 ? Int128(re.rounded(.towardZero)) : 1 << 63
        }
        let least = -Int128(1) << (bits - 1)
        guard abs(re) < 0x1p100 else { return least }
        let cut = Int128(re.rounded(.towardZero))
        return cut >= least && cut < -least ? cut : least
      }
    }
    switch dtype.kind {
    case .bool:
      switch value {
      case .integer(let i): return [i != 0 ? 1 : 0]
      case .number(let re, let im): return [re != 0 || im != 0 ? 1 : 0]
      }
    case .int8: return bytes(Int8(truncatingIfNeeded: whole(32)))
    case .int16: return bytes(Int16(truncatingIfNeeded: whole(32)))
    case .int32: return bytes(Int32(truncatingIfNeeded: whole(32)))
    case .int64: return bytes(Int64(truncatingIfNeeded: whole(64)))
    case .uint8: return bytes(UInt8(truncatingIfNeeded: whole(32)))
    case .uint16: return bytes(UInt16(truncatingIfNeeded: whole(32)))
    case .uint32: return bytes(UInt32(truncatingIfNeeded: whole(64)))
    case .uint64: return bytes(UInt64(truncatingIfNeeded: whole(128)))
    case .float16: return bytes(real(Float16.self))
    case .float32: return bytes(real(Float.self))
    case .float64: return bytes(real(Double.self))
    case .complex64: return bytes(real(Float.self)) + bytes(Float(imaginary))
    case .complex128: return bytes(real(Double.self)) + bytes(imaginary)
    case .record: return []
    }
  }

  /// Rounds or cuts a value to what an element of `dtype` can hold.
  static func fitted(_ value: Value, _ dtype: DType) -> Value {
    load(encode(value, dtype.native), 0, dtype.native)
  }

  /// Whether two elements are the same; all NaNs are.
  static func same(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, _ dtype: DType) -> Bool {
    if Array(a) == Array(b) { return true }
    guard case .number(let x, let u) = load(Array(a), 0, dtype),
      case .number(let y, let v) = load(Array(b), 0, dtype)
    else { return false }
    return (x == y || (x.isNaN && y.isNaN)) && (u == v || (u.isNaN && v.isNaN))
  }

  /// Whether `binary` models the operation.
  static func knows(_ op: BinaryOperation) -> Bool {
    op.isComparison
      || [.add, .subtract, .multiply, .divide, .minimum, .maximum].contains(op)
  }

  static func binary(_ op: BinaryOperation, _ a: Value, _ b: Value, _ dtype: DType) -> Value {
    switch (fitted(a, dtype), fitted(b, dtype)) {
    case (.integer(let x), .integer(let y)):
      let isBool = dtype.kind == .bool
      switch op {
      case .add: return .integer(isBool ? x | y : x + y)
      case .subtract: return .integer(x - y)
      case .multiply: return .integer(x.multipliedReportingOverflow(by: y).partialValue)
      case .minimum: return .integer(min(x, y))
      case .maximum: return .integer(max(x, y))
      case .equal: return .integer(x == y ? 1 : 0)
      case .notEqual: return .integer(x != y ? 1 : 0)
      case .less: return .integer(x < y ? 1 : 0)
      case .lessEqual: return .integer(x <= y ? 1 : 0)
      case .greater: return .integer(x > y ? 1 : 0)
      case .greaterEqual: return .integer(x >= y ? 1 : 0)
      default: return .integer(0)
      }
    case (.number(let x, let u), .number(let y, let v)):
      let odd = x.isNaN || u.isNaN || y.isNaN || v.isNaN
      let less = x < y || (x == y && u < v)
      let equal = x == y && u == v
      switch op {
      // Double holds sums and products of Float exactly enough to be rounded once.
      case .add: return .number(x + y, u + v)
      case .subtract: return .number(x - y, u - v)
      case .multiply where !dtype.isComplex: return .number(x * y, 0)
      case .multiply: return .number(x * y - u * v, x * v + u * y)
      case .divide where !dtype.isComplex: return .number(x / y, 0)
      case .divide:
        let d = y * y + v * v
        return .number((x * y + u * v) / d, (u * y - x * v) / d)
      case .minimum:
        if odd { return x.isNaN || u.isNaN ? .number(x, u) : .number(y, v) }
        return less || equal ? .number(x, u) : .number(y, v)
      case .maximum:
        if odd { return x.isNaN || u.isNaN ? .number(x, u) : .number(y, v) }
        return less ? .number(y, v) : .number(x, u)
      case .equal: return .integer(equal ? 1 : 0)
      case .notEqual: return .integer(equal ? 0 : 1)
      case .less: return .integer(!odd && less ? 1 : 0)
      case .lessEqual: return .integer(!odd && (less || equal) ? 1 : 0)
      case .greater: return .integer(!odd && !less && !equal ? 1 : 0)
      case .greaterEqual: return .integer(!odd && !less ? 1 : 0)
      default: return .integer(0)
      }
    default: return .integer(0)
    }
  }
}
