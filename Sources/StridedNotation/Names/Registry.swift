// SPDX-License-Identifier: Apache-2.0

internal import StridedMemory

/// All names of NumPy and Python that the notation knows.
final class Registry {
  /// Python's own names.
  let builtins = ModuleObject("builtins")
  let numpy = ModuleObject("numpy")
  /// The modules that can be imported, by dotted name.
  private(set) var modules: [String: ModuleObject] = [:]
  /// The methods of arrays and of Python's classes.
  private(set) var methods: [Methods: [String: Entry]] = [:]

  /// A class whose values have methods.
  enum Methods: Hashable {
    case array, list, tuple, text, dict, dtype, integer, float, complex, ufunc
  }

  init() {
    modules["numpy"] = numpy
    addPython()
    addNumPy()
  }

  private func addPython() {
    addTypes()
    addExceptions()
    addBuiltins()
    addNumberBuiltins()
    addListMethods()
    addDictMethods()
    addTextMethods()
  }

  private func addNumPy() {
    addConstants()
    addMaking()
    addViews()
    addInspecting()
    addArrayMethods()
    addJoining()
    addPicking()
    addIterating()
    addFiles()
    addUfuncs()
    addReductions()
    addScanning()
    addSorting()
    addProducts()
    addQuantiles()
    addPrinting()
    addMissing()
  }

  /// The module of a dotted name; it is made with those around it where it is new.
  func module(_ name: String) -> ModuleObject {
    if let module = modules[name] { return module }
    let module = ModuleObject(name)
    modules[name] = module
    if let dot = name.lastIndex(of: ".") {
      let outer = self.module(String(name[..<dot]))
      outer.members[String(name[name.index(after: dot)...])] = .module(module)
    }
    return module
  }

  /// Adds a function to a module.
  func function(
    _ signature: String, in module: ModuleObject? = nil, _ body: @escaping Entry.Body
  ) {
    let entry = Entry(signature, body)
    (module ?? numpy).members[entry.name] = .builtin(BuiltinObject(entry))
  }

  /// Adds a function of NumPy that is a method of arrays too, with the same parameters.
  func both(_ signature: String, _ body: @escaping Entry.Body) {
    let entry = Entry(signature, body)
    numpy.members[entry.name] = .builtin(BuiltinObject(entry))
    methods[.array, default: [:]][entry.name] = entry
  }

  /// Adds a method; its first parameter is the object that it belongs to.
  func method(_ kind: Methods, _ signature: String, _ body: @escaping Entry.Body) {
    let entry = Entry(signature, body)
    methods[kind, default: [:]][entry.name] = entry
  }

  /// Adds another name for a member of a module.
  func alias(_ name: String, of other: String, in module: ModuleObject? = nil) {
    let module = module ?? numpy
    module.members[name] = module.members[other]
  }
}
