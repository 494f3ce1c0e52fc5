"""The planner: the days as a timetable, the team, the checklist beforehand and the check before a day begins."""
