// SPDX-License-Identifier: Apache-2.0

/// The looks of figures.
///
/// Arrays are told apart by six colours, `c0` to `c5`, which keep their order of lightness for
/// those who see fewer.
enum FigureStyle {
  static let colorCount = 6

  /// The class of an array's colour.
  static func color(_ array: Int) -> String { "c\(array % colorCount)" }

  static let sheet = """
    .strided{--page:#fff;--ink:#1f2328;--soft:#59636e;--cell:#f6f8fa;--edge:#c5ccd3;--line:#1f2328;--both:#cf222e;
    --c0:#0969da;--c1:#bc4c00;--c2:#1a7f37;--c3:#8250df;--c4:#bf3989;--c5:#7d6b00}
    @media(prefers-color-scheme:dark){.strided{--page:#0d1117;--ink:#e6edf3;--soft:#9198a1;--cell:#1a2029;--edge:#3d444d;
    --line:#e6edf3;--both:#ff7b72;--c0:#58a6ff;--c1:#f0883e;--c2:#56d364;--c3:#bc8cff;--c4:#ff7bcb;--c5:#e3b341}}
    .strided text{font:12.5px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace;fill:var(--ink);white-space:pre}
    .strided .m{text-anchor:middle}.strided .e{text-anchor:end}
    .strided .h{font-weight:600;font-size:13px}.strided .s{fill:var(--soft);font-size:11px}
    .strided .page{fill:var(--page)}.strided .soft,.strided .head{fill:var(--soft)}
    .strided .cell{fill:var(--cell);stroke:var(--edge)}.strided .none{fill:none;stroke:var(--edge);stroke-dasharray:3 3}
    .strided .track{fill:var(--cell)}.strided .rule{stroke:var(--soft);stroke-width:1.3;fill:none}
    .strided .line{stroke:var(--line);stroke-width:2.5;fill:none;stroke-linecap:round}
    .strided .both{fill:var(--both)}.strided .both2{fill:var(--both);fill-opacity:.4}
    .strided .walk,.strided .jump{stroke:var(--c0);stroke-width:1.7;stroke-linecap:round}
    .strided .jump{stroke-width:1.2;stroke-dasharray:2 4;stroke-opacity:.7}

    """ + colors

  /// The classes of each colour: for text, chips, bars of four strengths, arrows and their heads.
  private static let colors: String = {
    var text = ""
    for i in 0..<colorCount {
      let color = "var(--c\(i))"
      text += ".strided .c\(i){fill:\(color)}"
      text += ".strided .c\(i)b{fill:\(color);fill-opacity:.14;stroke:\(color);stroke-opacity:.7}"
      for (step, opacity) in [".3", ".5", ".7", "1"].enumerated() {
        text += ".strided .c\(i)s\(step + 1){fill:\(color);fill-opacity:\(opacity)}"
      }
      text += ".strided .c\(i)l{stroke:\(color);stroke-width:1.6;fill:none}\n"
    }
    return text
  }()
}
