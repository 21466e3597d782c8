// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays
import StridedLayouts

extension Registry {
  /// `np.load` and `np.save`, which reach only what the host hands in.
  func addFiles() {
    function("load(file, mmap_mode=None, allow_pickle=False, fix_imports=True, encoding='ASCII')") {
      (c) throws(Fault) in
      let loader = try loader(c)
      let name = try c.text("file")
      return c.made(try lifted { () throws(ArrayError) in try loader.load(name) })
    }
    function("save(file, arr, allow_pickle=True)") { (c) throws(Fault) in
      let loader = try loader(c)
      let (name, array) = (try c.text("file"), try c.array("arr"))
      try lifted { () throws(ArrayError) in try loader.save(array, as: name) }
      return .none
    }
  }
}

private func loader(_ c: Call) throws(Fault) -> any ArrayLoader {
  guard let loader = c.machine.loader else {
    throw Fault(
      .osError, "np.\(c.entry.name) reaches no file: the program runs in a sandbox without a folder"
    )
  }
  return loader
}
