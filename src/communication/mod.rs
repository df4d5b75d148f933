//! Messages: templates, merge fields, and who has been told what.
