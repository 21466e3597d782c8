// SPDX-License-Identifier: Apache-2.0

extension HelpTexts {
  static let views = """
    reshape: The same elements in another shape. A view where strides can walk the new shape, else a copy; copy=False refuses to copy.
    ravel: All elements along one axis. A view where they lie in the order asked for, else a copy.
    transpose: The axes in another order, reversed if none is given. A view.
    matrix_transpose: The last two axes exchanged. A view.
    swapaxes: Two axes exchanged. A view.
    moveaxis: Axes moved to other places, the others in their order. A view.
    rollaxis: One axis moved before another. A view.
    expand_dims: New axes of length 1. A view.
    squeeze: Without axes of length 1. A view.
    atleast_1d atleast_2d atleast_3d: With axes of length 1 added up to that rank. A view, or the same array.
    broadcast_to: The array repeated to a larger shape by strides of 0. A view, and read-only.
    broadcast_arrays: Arrays repeated to one common shape. Views.
    broadcast_shapes: The shape that arrays of these shapes have together.
    flip: The elements in reverse order along the axes, all if none is given. A view.
    flipud fliplr: The elements in reverse order along the first or second axis. A view.
    rot90: Turned by multiples of 90 degrees in the plane of two axes. A view.
    diagonal: The elements whose two indices differ by offset. A view, and read-only.
    real: The real parts; for real numbers the array itself. A view.
    imag: The imaginary parts. A view of complex arrays.
    split array_split: Parts along an axis: so many, or cut at the given places. A list of views.
    vsplit hsplit dsplit: Parts along the first, second or third axis. A list of views.
    unstack: The array's parts of one rank less along an axis. A tuple of views.
    as_strided: The memory walked with any shape and strides; those that leave the memory are refused. A view.
    sliding_window_view: All windows of a shape, as further axes. A view, and read-only.
    """

  static let inspecting = """
    shares_memory: Whether any byte belongs to elements of both arrays, decided exactly.
    may_share_memory: Whether the stretches of memory of both arrays meet; true for interleaved slices too.
    byte_bounds: The addresses of the first byte and of the one after the last.
    shape: The lengths of the axes.
    ndim: The number of axes.
    size: The number of elements, or the length of one axis.
    isscalar: Whether the value is a number, a text or a NumPy scalar.
    iscomplexobj isrealobj: Whether the element type is complex, or is not.
    isfortran: Whether the elements lie in column-major order and not in row-major order too.
    iterable: Whether a loop can walk the value.
    array_equal: Whether both arrays have one shape and equal elements.
    promote_types: The smallest type that both types convert to without loss.
    result_type: The type that an operation on these arrays and types computes with.
    can_cast: Whether values of one type may become another by the casting rule.
    issubdtype: Whether a type is of a kind, such as np.integer.
    min_scalar_type: The type of the value.
    iinfo: The limits of an integer type: min, max, bits.
    finfo: The limits of a floating-point type: min, max, eps, tiny, bits.
    assert_array_equal assert_equal: Raises an AssertionError where two arrays differ.
    assert_allclose assert_array_almost_equal assert_almost_equal: Raises an AssertionError where two arrays differ by more than the tolerance.
    assert_: Raises an AssertionError where the value is not true.
    assert_raises: Calls a function, or guards a with block, and expects an exception of the class.
    errstate seterr: Accepts how floating-point errors are treated; they are always ignored here.
    printoptions set_printoptions: How arrays are printed: precision, threshold, edgeitems, linewidth, suppress.
    get_printoptions: How arrays are printed.
    array2string array_repr array_str: The text of an array.
    load: An array from a .npy file in the folder that the host allows. Copies.
    save: Writes an array to a .npy file in the folder that the host allows.
    """

  static let arrayMethods = """
    copy: The elements in memory of their own, in the order asked for. Copies.
    flatten: All elements along one axis. Always copies; ravel gives a view where it can.
    astype: The elements converted to a type. Copies, but with copy=False and nothing to do it is the same array.
    view: The same bytes, as another element type if one is given. A view.
    fill: Sets all elements to a value. Writes in place.
    item: One element as a number of Python's.
    tolist: The elements as nested lists of Python's numbers. Copies.
    setflags: Makes the array read-only, or writable if its owner is.
    __len__: The length of the first axis.
    compress: The parts along an axis where a condition is true. Copies.
    reshape: The same elements in another shape. A view where strides can walk the new shape, else a copy; copy=False refuses to copy.
    transpose: The axes in another order, reversed if none is given. A view.
    """

  static let arrayAttributes = """
    T: The axes in reverse order. A view.
    mT: The last two axes exchanged. A view.
    base: The array that owns the memory, or None for one that owns its own.
    ctypes: Its data is the address of the first element.
    data: The array's memory.
    dtype: The type of the elements. Assigning reads the same bytes as another type.
    flags: What is true of the memory: C_CONTIGUOUS, F_CONTIGUOUS, OWNDATA, WRITEABLE, ALIGNED.
    flat: The elements one after the other in row-major order. Writing to its entries writes to the array.
    imag: The imaginary parts. A view of complex arrays.
    itemsize: The bytes of one element.
    nbytes: The bytes of all elements.
    ndim: The number of axes.
    real: The real parts; for real numbers the array itself. A view.
    shape: The lengths of the axes. Assigning gives the array another shape, if that needs no copy.
    size: The number of elements.
    strides: The bytes from one element to the next along each axis.
    device: Where the memory is: cpu.
    __array_interface__: Address, shape, strides and type of the memory, for other libraries.
    """
}
