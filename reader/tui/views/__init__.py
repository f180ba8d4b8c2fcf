"""Views: ways of looking at one reading. They share its cursor; the reading screen shows one at a time."""
