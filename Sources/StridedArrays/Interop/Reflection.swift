// SPDX-License-Identifier: Apache-2.0

#if !$Embedded
  import StridedLayouts
  import StridedMemory

  extension StridedArray {
    /// What a debugger lists: the layout, the owner and the values, summarised if there are many.
    public var customMirror: Mirror {
      Mirror(
        self,
        children: [
          "shape": shape, "dtype": dtype, "strides": strides, "byteOffset": byteOffset,
          "owner": owner, "isWritable": isWritable, "values": description,
        ], displayStyle: .struct)
    }
  }

  extension AnyNDArray: CustomReflectable {}
  extension NDArray: CustomReflectable {}
  extension FrozenArray: CustomReflectable {}
#endif
