// SPDX-License-Identifier: Apache-2.0

// The attribute that ties a span to its array is behind a feature flag until Swift names it finally.
#if hasFeature(Lifetimes)
  import StridedMemory

  extension NDArray {
    /// The elements in row-major order, valid as long as this handle.
    ///
    /// What the elements must be is said at `withSpan(order:_:)`. Other handles can still write.
    ///
    /// NumPy: `memoryview(a)`. Returns a view. O(1); for `Bool` O(n).
    public var span: Span<Item> {
      @_lifetime(borrow self)
      borrowing get {
        lend(by: "span")
        return _overrideLifetime(UnsafeBufferPointer(items(.rowMajor)).span, borrowing: self)
      }
    }

    /// The elements in row-major order, to read and write, valid as long as this handle.
    ///
    /// This handle is the span's alone meanwhile, which is why it must be a `var`; other handles
    /// on the memory are not kept from it. An array that can't be written traps.
    ///
    /// NumPy: `memoryview(a)`. Returns a view. O(1); for `Bool` O(n).
    public var mutableSpan: MutableSpan<Item> {
      @_lifetime(&self)
      mutating get {
        if !isWritable { trapOnReadOnly() }
        lend(by: "mutableSpan", isWritable: true)
        return _overrideLifetime(items(.rowMajor).mutableSpan, mutating: &self)
      }
    }
  }

  extension FrozenArray {
    /// The elements in row-major order, valid as long as this handle.
    ///
    /// NumPy: `memoryview(a)`. Returns a view. O(1); for `Bool` O(n).
    public var span: Span<Item> {
      @_lifetime(borrow self)
      borrowing get {
        lend(by: "span")
        return _overrideLifetime(UnsafeBufferPointer(reader.items(.rowMajor)).span, borrowing: self)
      }
    }
  }

  extension AnyNDArray {
    /// The bytes that the elements span, gaps included, valid as long as this handle.
    ///
    /// `withMemory(_:)` says in addition where the elements lie in them.
    ///
    /// NumPy: `a.data`. Returns a view. O(1).
    public var bytes: RawSpan {
      @_lifetime(borrow self)
      borrowing get {
        lend(by: "bytes")
        return _overrideLifetime(UnsafeRawBufferPointer(spannedBytes.0).bytes, borrowing: self)
      }
    }
  }
#endif
