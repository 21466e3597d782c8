// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  import StridedLayouts
  import StridedMemory

  /// The portable form of an array:
  ///
  ///     {"dtype": "<f8", "shape": [2, 3], "order": "C", "data": "base64 of the elements' bytes"}
  ///
  /// The bytes are those of the elements without gaps in `order`, `C` or `F`, and in the byte order
  /// that the type says. In place of `data` there may be `values`, a list of the elements in
  /// row-major order, and then type and order may be missing: so people write arrays, and so are
  /// arrays of users' structs encoded.
  private enum Key: String, CodingKey {
    case dtype, shape, order, data, values
  }

  // The keyed containers of encoders and decoders are generic, so extensions keep calls short.
  extension KeyedDecodingContainer<Key> {
    func fault(_ key: Key, _ text: String, _ error: ArrayError? = nil) -> DecodingError {
      .dataCorrupted(
        DecodingError.Context(
          codingPath: codingPath + [key], debugDescription: text, underlyingError: error))
    }

    /// Decodes an array that comes as bytes.
    func bytesOfArray() throws -> AnyNDArray {
      let code = try decode(String.self, forKey: .dtype)
      guard let dtype = DType(code: code) else {
        throw fault(.dtype, "'\(code)' names no element type; '<f8' does, for one")
      }
      let order = try decodeIfPresent(String.self, forKey: .order) ?? "C"
      guard order == "C" || order == "F" else {
        throw fault(.order, "the order is '\(order)', but 'C' or 'F' is wanted")
      }
      let shape = try decode([Int].self, forKey: .shape)
      let text = try decode(String.self, forKey: .data)
      guard let byteCount = Base64.byteCount(of: text) else {
        throw fault(.data, "\(text.utf8.count) letters are no base64, which comes in fours")
      }
      do throws(ArrayError) {
        let layout = try Layout.dense(
          shape: shape, itemSize: dtype.itemSize, order: order == "F" ? .columnMajor : .rowMajor)
        // Compared before anything is allocated: a shape costs nothing to claim.
        let wanted = layout.byteBounds(itemSize: dtype.itemSize).count
        guard wanted == byteCount else {
          throw ArrayError(
            .format, "the shape \(shape) of \(dtype) needs \(wanted) bytes, there are \(byteCount)")
        }
        let array = try AnyNDArray.allocate(layout, dtype)
        let bytes = UnsafeMutableRawBufferPointer(start: array.storage.address, count: byteCount)
        guard Base64.decode(text, into: bytes) else {
          throw ArrayError(.format, "a letter of the data is none of base64's")
        }
        return dtype.isSwapped ? try array.cast(to: dtype.native) : array
      } catch {
        throw fault(error.kind == .format ? .data : .shape, error.message, error)
      }
    }
  }

  extension AnyNDArray: Codable {
    /// Encodes the elements in the portable form. Copies where they have gaps.
    ///
    /// A column-major array stays one. Records, whose bytes mean nothing elsewhere, throw an
    /// `EncodingError`; encode the `NDArray` of the struct.
    public func encode(to encoder: any Encoder) throws {
      guard dtype.isNumber else {
        throw EncodingError.invalidValue(
          self,
          EncodingError.Context(
            codingPath: encoder.codingPath,
            debugDescription: "\(dtype) elements have no portable form"))
      }
      let order: MemoryOrder = flags.isColumnMajorOnly ? .columnMajor : .rowMajor
      // Little-endian, which is what the machines that exchange arrays have.
      let isBig = dtype.native.code.hasPrefix(">")
      let portable = isBig ? dtype.native.swapped : dtype.native
      let dense = try cast(to: portable, order: order, copying: .ifNeeded)
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(portable.code, forKey: .dtype)
      try container.encode(shape, forKey: .shape)
      try container.encode(order == .columnMajor ? "F" : "C", forKey: .order)
      try container.encode(
        dense.withUnsafeMemory { bytes, _ in Base64.text(of: bytes) }, forKey: .data)
    }

    /// Decodes an array from the portable form, which must hold its elements as bytes.
    ///
    /// - Throws: `DecodingError` that says what is malformed, and where.
    public init(from decoder: any Decoder) throws {
      self = try decoder.container(keyedBy: Key.self).bytesOfArray()
    }
  }

  extension NDArray: Encodable where Item: Encodable {
    /// Encodes the elements in the portable form: numbers as bytes, users' structs as values.
    ///
    /// Copies where the elements have gaps. A column-major array of numbers stays one.
    public func encode(to encoder: any Encoder) throws {
      if dtype.isNumber { return try erased.encode(to: encoder) }
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(shape, forKey: .shape)
      try container.encode(Array(self), forKey: .values)
    }
  }

  extension NDArray: Decodable where Item: Decodable {
    /// Decodes an array from the portable form.
    ///
    /// - Throws: `DecodingError` that says what is malformed, and where; elements of another type
    ///   are a `typeMismatch`.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      if container.contains(.values) {
        self = try NDArray.values(in: container)
        return
      }
      guard Item.dtype.isNumber else { throw container.fault(.values, "the values are missing") }
      let array = try container.bytesOfArray()
      guard array.dtype == Item.dtype else {
        throw DecodingError.typeMismatch(
          NDArray.self,
          DecodingError.Context(
            codingPath: container.codingPath + [Key.dtype],
            debugDescription: "the elements are \(array.dtype), not \(Item.dtype); "
              + "decode an AnyNDArray and cast it"))
      }
      self.init(adopting: array)
    }

    private static func values(in container: KeyedDecodingContainer<Key>) throws -> NDArray {
      let values = try container.decode([Item].self, forKey: .values)
      let shape = try container.decode([Int].self, forKey: .shape)
      do throws(ArrayError) {
        let layout = try Layout.dense(shape: shape, itemSize: Item.dtype.itemSize)
        guard layout.count == values.count else {
          throw ArrayError(.format, "\(values.count) values do not fill the shape \(shape)")
        }
      } catch {
        throw container.fault(error.kind == .format ? .values : .shape, error.message, error)
      }
      return NDArray(values, shape: shape)
    }
  }

  extension FrozenArray: Encodable where Item: Encodable {
    /// Encodes the elements in the portable form, as `NDArray` does.
    public func encode(to encoder: any Encoder) throws { try reader.encode(to: encoder) }
  }

  extension FrozenArray: Decodable where Item: Decodable {
    /// Decodes an array from the portable form and freezes it. Copies nothing more.
    public init(from decoder: any Decoder) throws {
      self = try NDArray<Item>(from: decoder).frozen()
    }
  }
#endif
