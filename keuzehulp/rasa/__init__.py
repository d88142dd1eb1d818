"""What plugs into Rasa's own extension points: importer, graph components, tracker store."""
