"""Errors of a constraint stand at the field that it is about."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError


class ConstraintErrorsByField:
    """A model whose check constraints over one field report at that field, in forms and in loads alike."""

    def validate_constraints(self, exclude=None):
        try:
            super().validate_constraints(exclude)
        except ValidationError as error:
            fields = {
                str(constraint.violation_error_message): next(iter(names))
                for constraint in self._meta.constraints
                if len(names := getattr(getattr(constraint, "condition", None), "referenced_base_fields", ()))
                == 1
            }
            placed = {name: list(messages) for name, messages in error.message_dict.items()}
            for message in placed.pop(NON_FIELD_ERRORS, []):
                placed.setdefault(fields.get(message, NON_FIELD_ERRORS), []).append(message)
            raise ValidationError(placed) from error
