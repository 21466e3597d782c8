// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  import StridedLayouts
  public import StridedMemory

  /// Where a stored property lies in its struct, and whether a view of it may write.
  private struct Field {
    let offset: Int
    let isWritable: Bool

    /// Nil for a property without memory of its own: computed, observed, lazy, or behind a
    /// reference or a subscript.
    init?<Root, Value>(_ path: KeyPath<Root, Value>) {
      guard let offset = MemoryLayout<Root>.offset(of: path) else { return nil }
      self.offset = offset
      // Swift lays the next field into the padding behind a value, where copies of whole elements
      // would write.
      let ownsPadding = MemoryLayout<Value>.size == MemoryLayout<Value>.stride
      isWritable = path is WritableKeyPath<Root, Value> && ownsPadding
    }
  }

  extension StridedArray {
    fileprivate func place(of field: Field, _ element: Axis? = nil) -> Place {
      // A field lies inside each element, so the shifted layout stays in the storage.
      var layout = (try? layout.advanced(by: field.offset)) ?? layout
      if let element {
        layout = NDArray<UInt8>.attempt { () throws(ArrayError) in
          try Layout(axes: AxisList(Array(layout.axes) + [element]), offset: layout.offset)
        }
      }
      let rights = rights.subtracting(.root)
      return Place(layout, field.isWritable ? rights : rights.subtracting(.writable))
    }
  }

  private func checked<Root, Value>(_ path: KeyPath<Root, Value>) -> Field {
    guard let field = Field(path) else {
      fatalError(
        "\(path) has no place of its own in \(Root.self), so there is no view of it: only stored "
          + "properties without observers have one; compute the values with mapElements")
    }
    return field
  }

  extension NDArray {
    /// A view of one stored property of every element; assigning writes through it.
    ///
    ///     struct Point: Storable { var x, y: Double }
    ///     let points = NDArray([Point(x: 1, y: 2), Point(x: 3, y: 4)])
    ///     points[\.x] += 10
    ///
    /// Key paths may be nested and name parts of tuples. The view can't be written where the key
    /// path can't, or where the property's type has padding, which other properties may lie in. A
    /// property that is computed or observed traps; `field(_:)` gives nil for it.
    ///
    /// - Complexity: O(rank).
    ///
    /// NumPy: `a["x"]` of a structured array. Returns a view.
    public subscript<Value: Storable>(path: KeyPath<Item, Value>) -> NDArray<Value> {
      get { field(checked(path)) }
      nonmutating set { field(checked(path)).assign(from: newValue) }
    }

    /// A view of a stored list of fixed length in every element, whose axis comes last.
    ///
    /// NumPy: `a["x"]` of a structured array, for a field of a subarray type. Returns a view.
    public subscript<let count: Int, Value: Storable>(
      path: KeyPath<Item, InlineArray<count, Value>>
    ) -> NDArray<Value> {
      get { list(checked(path), count) }
      nonmutating set { list(checked(path), count).assign(from: newValue) }
    }

    /// Returns a view of one stored property of every element, or nil if the property has no
    /// memory of its own: if it is computed or observed.
    ///
    /// NumPy: `a["x"]` of a structured array. Returns a view.
    public func field<Value: Storable>(_ path: KeyPath<Item, Value>) -> NDArray<Value>? {
      Field(path).map { field($0) }
    }

    private func field<Value: Storable>(_ field: Field) -> NDArray<Value> {
      let place = place(of: field)
      return NDArray<Value>(storage: storage, layout: place.layout, rights: place.rights)
    }

    private func list<Value: Storable>(_ field: Field, _ count: Int) -> NDArray<Value> {
      let place = place(of: field, Axis(length: count, stride: MemoryLayout<Value>.stride))
      return NDArray<Value>(storage: storage, layout: place.layout, rights: place.rights)
    }
  }

  extension FrozenArray {
    /// A view of one stored property of every element, which is frozen too.
    ///
    /// NumPy: `a["x"]` of a structured array. Returns a view.
    public subscript<Value: Storable>(path: KeyPath<Item, Value>) -> FrozenArray<Value> {
      frozen(place(of: checked(path)))
    }

    /// A view of a stored list of fixed length in every element, whose axis comes last.
    ///
    /// NumPy: `a["x"]` of a structured array, for a field of a subarray type. Returns a view.
    public subscript<let count: Int, Value: Storable>(
      path: KeyPath<Item, InlineArray<count, Value>>
    ) -> FrozenArray<Value> {
      let element = Axis(length: count, stride: MemoryLayout<Value>.stride)
      return frozen(place(of: checked(path), element))
    }

    /// Returns a view of one stored property of every element, or nil if it is computed or
    /// observed.
    ///
    /// NumPy: `a["x"]` of a structured array. Returns a view.
    public func field<Value: Storable>(_ path: KeyPath<Item, Value>) -> FrozenArray<Value>? {
      Field(path).map { frozen(place(of: $0)) }
    }

    private func frozen<Value>(_ place: Place) -> FrozenArray<Value> {
      FrozenArray<Value>(frozen: storage, layout: place.layout, rights: place.rights)
    }
  }
#endif
