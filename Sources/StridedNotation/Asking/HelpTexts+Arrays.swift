// SPDX-License-Identifier: Apache-2.0

extension HelpTexts {
  static let making = """
    array: An array of the elements of lists or of another array. Copies; with copy=None only if needed.
    asarray asanyarray: The value as an array. Copies only if it is none, or of another type or order.
    ascontiguousarray asfortranarray: The elements in row-major or column-major order. Copies only if they do not lie so.
    require: The array with the type and the properties asked for. Copies only if it lacks them.
    copy: The elements in memory of their own. Copies.
    astype: The elements converted to a type. Copies, but with copy=False and nothing to do it is the same array.
    zeros ones empty: An array of a shape, filled with 0 or 1; empty fills with 0 too.
    full: An array of a shape, filled with a value.
    zeros_like ones_like empty_like full_like: An array of the shape, type and order of another one, filled with a value.
    arange: Numbers from start up to but not including stop, in steps.
    linspace: So many numbers from start to stop at equal distances.
    eye: Ones on a diagonal of a table of zeros.
    identity: A square table with ones on the diagonal.
    tri: Ones at and below a diagonal of a table.
    tril triu: The elements at and below, or at and above, a diagonal; 0 elsewhere. Copies.
    diag: The diagonal of a table, or a table with these elements on it. A copy here.
    diagflat: A table with all elements on its diagonal.
    fill_diagonal: Sets the diagonal of a table. Writes in place.
    fromfunction: An array of what a function gives for its indices.
    fromiter: An array of one axis of the items of a loop.
    indices: The indices of a grid, along a first axis.
    meshgrid: The coordinates of a grid; with copy=False views.
    mgrid ogrid: The coordinates of a grid by slices, full or open.
    ix_: Index arrays that pick the crossing of rows and columns.
    ndindex: All indices of a shape, one after the other.
    ndenumerate: All indices and elements of an array.
    nditer: The elements of an array, one after the other.
    ndarray: The class of arrays.
    dtype: The class of element types; called with a name it gives one.
    generic number integer signedinteger unsignedinteger inexact floating complexfloating: A class of NumPy scalars, for np.issubdtype and isinstance.
    """

  static let joining = """
    concatenate concat: Arrays one after the other along an axis they have. Copies.
    stack: Arrays one after the other along a new axis. Copies.
    vstack row_stack hstack dstack column_stack: Arrays stacked by rows, columns or depth. Copies.
    block: An array of nested lists of blocks. Copies.
    tile: The whole array repeated along each axis. Copies.
    repeat: Each element repeated. Copies.
    roll: The elements moved along an axis, those that fall out coming in again. Copies.
    pad: The array with a border, filled as the mode says. Copies.
    append: Values behind the array, which itself stays as it is. Copies.
    insert: The array with values before some places. Copies.
    delete: The array without some places. Copies.
    resize: The elements in another shape, repeated or cut off as it needs. Copies.
    """

  static let picking = """
    take: The elements at indices along an axis. Copies.
    take_along_axis: The elements at an array of indices along an axis. Copies.
    put put_along_axis: Sets the elements at indices. Writes in place.
    putmask place: Sets the elements where a mask is true. Writes in place.
    copyto: Writes the elements of one array to another, broadcast and where a mask is true. Writes in place.
    choose: Elements of several arrays by an array of their numbers. Copies.
    select: Elements of the first array whose condition is true. Copies.
    where: Elements of one array where a condition is true, of another elsewhere; or the indices of true ones. Copies.
    extract compress: The elements where a condition is true. Copies.
    nonzero flatnonzero argwhere: The indices of elements that are not 0.
    """

  static let reducing = """
    sum: The sum of all elements, or along axes.
    min max amin amax: The smallest or largest element, or those along axes.
    clip: The elements, at least a_min and at most a_max. Copies, or writes to out.
    any all: Whether any, or every, element is true: of all, or along axes.
    prod: The product of all elements, or along axes.
    mean var std: The mean, the variance or the standard deviation of all elements, or along axes.
    nansum nanprod nanmin nanmax nanmean nanvar nanstd: The function without nan of its name, over all elements but NaNs.
    count_nonzero: How many elements are not 0: of all, or along axes.
    ptp: The largest element less the smallest: of all, or along axes.
    argmin argmax nanargmin nanargmax: Where the smallest or largest element is; along an axis, or in row-major order.
    cumsum cumprod nancumsum nancumprod: The running sums or products, along an axis or in row-major order. Copies.
    diff: The differences of neighbours along an axis. Copies.
    median nanmedian: The middle of the sorted elements. Copies.
    quantile percentile nanquantile nanpercentile: What a share of the elements is not larger than. Copies.
    round around: The elements with so many decimals, ties to even. Copies.
    sort argsort: The elements along an axis in ascending order, or their positions. Copies.
    partition argpartition: The elements, or their positions, with the kth where sorting would put it. Copies.
    searchsorted: Where values would have to be put into a sorted array. Copies.
    lexsort: The positions in the order of the last key, then the one before it. Copies.
    unique: The different elements in ascending order. Copies.
    isin: For each element, whether it is among others. Copies.
    union1d intersect1d setdiff1d setxor1d: The elements of either, both, the first only, or one of two arrays. Copies.
    matmul: The products of matrices along the last two axes, as a @ b. Copies.
    dot inner vdot: The sums of products of elements; vdot of the conjugate of the first. Copies.
    outer: Every element of one array times every one of another. Copies.
    tensordot einsum: The sums of products over chosen axes. Copies; einsum of one array can give a view.
    trace: The sum of a diagonal.
    """

  static let builtins = """
    abs: The magnitude of a number or of each element.
    bin oct hex: An integer's digits in base 2, 8 or 16.
    bool int float complex str list tuple dict: The value converted to this class of Python's.
    callable: Whether the value can be called.
    chr ord: The character of a code, or the code of a character.
    divmod: The quotient, rounded down, and the remainder.
    enumerate: The items of a loop with their numbers.
    exit: Leaves.
    filter: The items of a loop for which a function is true.
    format: The value as text, as the specification says.
    getattr hasattr setattr: An attribute by its name.
    hash: A number that is equal for equal values.
    id: A number that tells objects apart: the identity, not the address of the elements.
    isinstance issubclass: Whether a value or class belongs to a class.
    iter next: Walks the items of a value one by one.
    len: The number of items, or the length of an array's first axis.
    map: What a function gives for the items of a loop.
    object type: The class of all values, and the class of a value.
    pow: A power, modulo a number if one is given.
    print: Writes values, with sep between them and end behind.
    range: Integers from start up to but not including stop, in steps.
    repr: The value as a program would write it.
    reversed: The items from the last to the first.
    round: The number rounded to so many digits, ties to even.
    slice: A slice as a value, as start:stop:step in brackets is.
    sorted: A sorted list of the items. Copies.
    zip: The items of several loops side by side.
    """
}
