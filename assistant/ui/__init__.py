"""The Gradio screens: one file per concern. Nothing here computes; it shows what `assistant` returns."""
