"""Evidence → Draft: Japanese answers from sentence patterns, figures by name, never a retyped number."""
