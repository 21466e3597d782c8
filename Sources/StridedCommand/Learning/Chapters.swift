// SPDX-License-Identifier: Apache-2.0

/// The six chapters of the lesson.
enum Chapters {
  static let all = [views, copies, when, sharing, order, strides]

  static let views = Page(
    title: "Chapter 1: Views",
    parts: [
      .text(
        """
        Think of an array as a photo album on a shelf. A view is a window cut into its cover: you look at \
        some of the photos, and they stay where they are. Slicing makes one.
        """),
      .program(
        """
        album = np.array([10, 20, 30, 40, 50])
        window = album[1:4]
        print(window)
        """),
      .text(
        "Change something through the window, and the album has changed: there is only one of each photo."
      ),
      .program(
        """
        window[0] = 999
        print(album)
        """),
      .picture(["album", "window"]),
      .text(
        """
        A view costs no memory and takes no time, whatever the size of the array, and what one side writes \
        the other side sees.
        """),
    ])

  static let copies = Page(
    title: "Chapter 2: Copies",
    parts: [
      .text(
        """
        A copy is a photocopy of the album: it looks the same, and has memory of its own. What happens to it \
        leaves the original as it was.
        """),
      .program(
        """
        album = np.array([10, 20, 30, 40, 50])
        photocopy = album.copy()
        photocopy[0] = 999
        print(album)
        print(photocopy)
        """),
      .picture(["album", "photocopy"]),
      .text(
        """
        Copy when you want to try something out, to keep a backup, before you hand an array to code that may \
        change it, and when a small view would keep a large array alive.
        """),
    ])

  static let when = Page(
    title: "Chapter 3: View or copy?",
    parts: [
      .text(
        """
        Slices, other shapes and turned axes are views: another start, other lengths and other steps are \
        enough to describe them.
        """),
      .program(
        """
        arr = np.array([1, 2, 3, 4, 5, 6])
        view1 = arr[1:4]
        view2 = arr.reshape(2, 3)
        view3 = view2.T
        print(view1, view2, view3, sep='\\n')
        """),
      .text(
        """
        What a list or a condition picks may lie anywhere. No steps of equal length lead from one to the \
        next, so it is copied. copy() always copies.
        """),
      .program(
        """
        copy1 = arr[[0, 2, 4]]
        copy2 = arr.copy()
        copy3 = arr[arr > 3]
        print(np.shares_memory(arr, copy1), np.shares_memory(arr, copy2), np.shares_memory(arr, copy3))
        """),
      .text(
        """
        Reshaping is a view where steps can walk the elements in their new order, and a copy where they \
        can't, as after turning a table:
        """),
      .program(
        """
        print(np.shares_memory(arr, view2.reshape(6)), np.shares_memory(arr, view3.reshape(6)))
        """),
      .table(
        """
            a[1:4]  a[::2]  a[0]    VIEW
            a.T  np.flip(a)         VIEW
            a.reshape(…)  a.ravel() VIEW where steps can walk it, else COPY
            a[[0, 2]]               COPY
            a[a > 3]                COPY
            a.copy()  a + 1         COPY
        """),
    ])

  static let sharing = Page(
    title: "Chapter 4: Do they share memory?",
    parts: [
      .text(
        "The base of a view is the array that owns the memory. A copy owns its own, and has none."),
      .program(
        """
        arr = np.array([1, 2, 3, 4, 5])
        view = arr[1:4]
        copy = arr.copy()
        print(view.base is arr, copy.base is arr)
        """),
      .text("np.shares_memory asks the question itself, and its answer is exact:"),
      .program(
        """
        print(np.shares_memory(arr, view), np.shares_memory(arr, copy))
        print(np.shares_memory(arr[::2], arr[1::2]))
        """),
      .text(
        """
        The second line is about every second photo and those between them: they lie in the same stretch of \
        memory, and share none of it. So addresses alone prove nothing. The view begins one element on:
        """),
      .program("print(view.__array_interface__['data'][0] - arr.__array_interface__['data'][0])"),
      .picture(["arr", "view", "copy"]),
    ])

  static let order = Page(
    title: "Chapter 5: Order",
    parts: [
      .text(
        """
        Memory is a string of beads. A table goes onto it row by row, which is called row-major or C order, \
        or column by column, column-major or F (Fortran) order. It is the same table both times.
        """),
      .program(
        """
        arr_c = np.array([[1, 2, 3], [4, 5, 6]], order='C')
        arr_f = np.array([[1, 2, 3], [4, 5, 6]], order='F')
        print(arr_c.ravel('K'), arr_f.ravel('K'))
        """),
      .picture(["arr_c", "arr_f"]),
      .text("The flags tell in which order an array lies without gaps:"),
      .program(
        """
        arr = np.array([[1, 2], [3, 4]])
        print(arr.flags['C_CONTIGUOUS'], arr.flags['F_CONTIGUOUS'])
        print(arr.T.flags['C_CONTIGUOUS'], arr.T.flags['F_CONTIGUOUS'])
        """),
      .text(
        """
        Walking memory as it lies is fast, and jumping is slow. Keep arrays that you combine in one order.
        """),
    ])

  static let strides = Page(
    title: "Chapter 6: Strides",
    parts: [
      .text("Strides are the bytes from one element to the next along each axis."),
      .program(
        """
        arr = np.array([10, 20, 30, 40], dtype=np.int64)
        print(arr.strides)
        matrix = np.array([[1, 2, 3], [4, 5, 6]], dtype=np.int64)
        print(matrix.strides)
        """),
      .text(
        """
        An element of int64 has 8 bytes. In the table the next column is one element on, 8 bytes, and the \
        next row three elements, 24 bytes. The element at [i, j] lies 24 * i + 8 * j bytes on.
        """),
      .picture(["matrix"]),
      .text("A view sees other elements by other strides, and nothing has to move:"),
      .program(
        """
        arr = np.array([1, 2, 3, 4, 5, 6])
        view = arr[::2]
        print(view, view.strides)
        print(arr[::-1].strides, matrix.T.strides, np.broadcast_to(arr, (1000, 6)).strides)
        """),
      .picture(["arr", "view"]),
    ])

  static let takeaways = Page(
    title: "What to take away",
    parts: [
      .table(
        """
            View                  a window to the original: changes show on both sides
            Copy                  a photocopy: changes stay apart
            Slicing               makes views, fast and linked
            Lists and conditions  make copies, independent
            np.shares_memory      tells whether two arrays share memory
            C and F order         rows together, or columns
            Strides               the bytes to jump along each axis
        """),
      .text(
        """
        In doubt, check with np.shares_memory. For safety, copy before you change what others use. For speed, \
        use views. And keep arrays that you combine in one order.
        """),
    ])
}
