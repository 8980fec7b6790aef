"""The fact desk's reader: finds claims in an article and says of each whether the record agrees. Pure: no Django."""
