// SPDX-License-Identifier: Apache-2.0

internal import StridedArrays

extension Registry {
  /// Functions about the text of arrays.
  func addPrinting() {
    let options =
      "precision=None, threshold=None, edgeitems=None, linewidth=None, suppress=None, nanstr=None, "
      + "infstr=None, formatter=None, sign=None, floatmode=None, *, legacy=None, "
      + "override_repr=None"
    function("set_printoptions(\(options))") { (c) throws(Fault) in
      c.machine.printOptions = try PrintSettings.changed(c.machine.printOptions, c)
      return .none
    }
    function("printoptions(\(options))") { (c) throws(Fault) in
      .native(PrintContext(try PrintSettings.changed(c.machine.printOptions, c)))
    }
    function("get_printoptions()") { (c) throws(Fault) in
      try PrintSettings.dict(c.machine.printOptions)
    }
    function("errstate(*, all=None, divide=None, over=None, under=None, invalid=None, call=None)") {
      (c) throws(Fault) in
      .native(ErrorState())
    }
    function("seterr(all=None, divide=None, over=None, under=None, invalid=None)") {
      (c) throws(Fault) in
      let dict = DictObject()
      for name in ["divide", "over", "under", "invalid"] {
        dict.set(
          .text(name == "under" ? "ignore" : "warn"), for: try DictKey(.text(name)))
      }
      return .dict(dict)
    }
    function(
      "array2string(a, max_line_width=None, precision=None, suppress_small=None, separator=' ', "
        + "prefix='', *, formatter=None, threshold=None, edgeitems=None, sign=None, floatmode=None, "
        + "suffix='', legacy=None)"
    ) { (c) throws(Fault) in
      guard case .text(let separator) = c["separator"], separator.string == " ",
        case .text(let prefix) = c["prefix"], prefix.string.isEmpty
      else {
        throw Fault(
          .notImplementedError, "Strided's array2string takes no separator and no prefix")
      }
      var options = try PrintSettings.changed(c.machine.printOptions, c)
      if let width = try c.optionalInt("max_line_width") { options.lineWidth = width }
      return .text(try c.array("a").text(options: options))
    }
    function("array_str(a, max_line_width=None, precision=None, suppress_small=None)") {
      (c) throws(Fault) in
      var options = try PrintSettings.changed(c.machine.printOptions, c)
      if let width = try c.optionalInt("max_line_width") { options.lineWidth = width }
      return .text(try c.array("a").text(options: options))
    }
    function("array_repr(arr, max_line_width=None, precision=None, suppress_small=None)") {
      (c) throws(Fault) in
      var options = try PrintSettings.changed(c.machine.printOptions, c)
      if let width = try c.optionalInt("max_line_width") { options.lineWidth = width }
      return .text(try c.array("arr").repr(options: options))
    }
  }
}

/// `np.printoptions` and `np.set_printoptions`.
enum PrintSettings {
  static func changed(_ options: PrintOptions, _ c: Call) throws(Fault) -> PrintOptions {
    var options = options
    if c.has("formatter") {
      throw Fault(.notImplementedError, "Strided has no formatters of single elements")
    }
    if let precision = try c.optionalInt("precision") { options.precision = min(precision, 400) }
    if c.has("threshold") {
      // `sys.maxsize` and `np.inf` both mean that nothing is left out.
      let threshold = try c.machine.float(c["threshold"])
      guard !threshold.isNaN else {
        throw Fault(
          .valueError, "threshold must be non-NAN, try sys.maxsize for untruncated representation")
      }
      options.threshold = threshold >= 1e15 ? .max : Int(max(0, threshold))
    }
    if let edge = try c.optionalInt("edgeitems") { options.edgeItems = max(0, edge) }
    if let width = try c.optionalInt("linewidth") { options.lineWidth = width }
    if c.has("suppress") { options.suppress = try c.flag("suppress") }
    if c.has("suppress_small") { options.suppress = try c.flag("suppress_small") }
    if c.has("nanstr") { options.nanText = try c.text("nanstr") }
    if c.has("infstr") { options.infinityText = try c.text("infstr") }
    if c.has("sign") {
      switch try c.text("sign") {
      case "-": options.sign = .negativeOnly
      case "+": options.sign = .always
      case " ": options.sign = .space
      default: throw Fault(.valueError, "sign option must be one of ' ', '+', or '-'")
      }
    }
    if c.has("floatmode") {
      switch try c.text("floatmode") {
      case "fixed": options.floatMode = .fixed
      case "unique": options.floatMode = .unique
      case "maxprec": options.floatMode = .maxPrecision
      case "maxprec_equal": options.floatMode = .maxPrecisionEqual
      default:
        throw Fault(
          .valueError,
          "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\", \"maxprec_equal\"")
      }
    }
    return options
  }

  static func dict(_ options: PrintOptions) throws(Fault) -> Value {
    let dict = DictObject()
    func set(_ name: String, _ value: Value) throws(Fault) {
      dict.set(value, for: try DictKey(.text(name)))
    }
    try set("edgeitems", .int(options.edgeItems))
    try set("threshold", .int(options.threshold))
    let modes: [PrintOptions.FloatMode: String] = [
      .fixed: "fixed", .unique: "unique", .maxPrecision: "maxprec",
      .maxPrecisionEqual: "maxprec_equal",
    ]
    try set("floatmode", .text(modes[options.floatMode] ?? "maxprec"))
    try set("precision", .int(options.precision))
    try set("suppress", .bool(options.suppress))
    try set("linewidth", .int(options.lineWidth))
    try set("nanstr", .text(options.nanText))
    try set("infstr", .text(options.infinityText))
    let sign = options.sign == .always ? "+" : options.sign == .space ? " " : "-"
    try set("sign", .text(sign))
    try set("formatter", .none)
    try set("legacy", .bool(false))
    try set("override_repr", .none)
    return .dict(dict)
  }
}

/// `with np.printoptions(…):`.
final class PrintContext: ContextObject {
  private let options: PrintOptions
  private var outer: [PrintOptions] = []

  init(_ options: PrintOptions) { self.options = options }

  override func enter(_ machine: Machine) -> Value {
    outer.append(machine.printOptions)
    machine.printOptions = options
    return (try? PrintSettings.dict(options)) ?? .none
  }

  override func exit(_ machine: Machine) {
    if let last = outer.popLast() { machine.printOptions = last }
  }
}

/// `with np.errstate(…):`. Strided computes without warnings, so there is nothing to silence.
final class ErrorState: ContextObject {}
