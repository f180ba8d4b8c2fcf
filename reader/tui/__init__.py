"""The app: state that can be tested without a screen, and the Textual front end that draws it."""
