"""Writes a plain PDF with Japanese text, for benchmarks and tests: its font is named, not embedded, so no font file is needed."""

import io


def pdf_of(pages, size=(595, 842), encoding="UniJIS-UTF16-H"):
    """PDF bytes with a Japanese font that is named, not embedded. pages: lists of (x, y, text) or of lines from the top down."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /{encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 "
        "/BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 4 >> /DW 1000 "
        "/FontDescriptor << /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 "
        "/Descent -221 /CapHeight 737 /StemV 114 >> >>] >>"
    )
    objects.append(font.encode())
    kids = []
    for page in pages:
        lines = [line if isinstance(line, tuple) else (50, size[1] - 60 - 18 * row, line) for row, line in enumerate(page)]
        stream = "\n".join(f"BT /F1 10 Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" for x, y, text in lines).encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>".encode())
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    return assembled(objects)


def assembled(objects):
    """Objects → PDF bytes with a cross-reference table."""
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.5\n")
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % offset for offset in offsets))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return out.getvalue()
