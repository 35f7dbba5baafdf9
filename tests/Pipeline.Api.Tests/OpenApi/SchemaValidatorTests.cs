using System.Text.Json.Nodes;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>The validator itself: a check that finds nothing proves nothing before it has found something.</summary>
public sealed class SchemaValidatorTests
{
    private const string Components = """
        { "components": { "schemas": { "Money": {
            "type": "object", "required": ["amount", "currency"], "additionalProperties": false,
            "properties": { "amount": { "type": "number", "exclusiveMinimum": 0, "maximum": 100, "multipleOf": 0.01 }, "currency": { "type": "string", "pattern": "^[A-Z]{3}$" } } } } } }
        """;

    [Theory]
    [InlineData("""{ "$ref": "#/components/schemas/Money" }""", """{ "amount": 12.34, "currency": "EUR" }""")]
    [InlineData("""{ "type": ["null", "string"], "format": "date" }""", "null")]
    [InlineData("""{ "type": "number" }""", "1")]
    [InlineData("""{ "type": "integer" }""", "1.0")]
    [InlineData("""{ "oneOf": [{ "type": "null" }, { "type": "string", "enum": ["met"] }] }""", "\"met\"")]
    [InlineData(
        """{ "type": "object", "propertyNames": { "enum": ["a"] }, "additionalProperties": { "type": "integer" } }""",
        """{ "a": 1 }"""
    )]
    public void Takes_what_a_schema_permits(string schema, string value) => Faults(schema, value).Should().BeEmpty();

    [Theory]
    [InlineData(
        """{ "$ref": "#/components/schemas/Money" }""",
        """{ "amount": 12.345, "currency": "EUR" }""",
        "$.amount: 12.345 is no multiple of 0.01"
    )]
    [InlineData(
        """{ "$ref": "#/components/schemas/Money" }""",
        """{ "amount": 0, "currency": "EUR" }""",
        "$.amount: not above 0"
    )]
    [InlineData(
        """{ "$ref": "#/components/schemas/Money" }""",
        """{ "amount": 101, "currency": "EUR" }""",
        "$.amount: above 100"
    )]
    [InlineData(
        """{ "$ref": "#/components/schemas/Money" }""",
        """{ "amount": 1, "currency": "eur" }""",
        "$.currency: \"eur\" has not the form ^[A-Z]{3}$"
    )]
    [InlineData("""{ "$ref": "#/components/schemas/Money" }""", """{ "amount": 1 }""", "$: without currency")]
    [InlineData(
        """{ "$ref": "#/components/schemas/Money" }""",
        """{ "amount": 1, "currency": "EUR", "more": 1 }""",
        "$: has unknown fields: more"
    )]
    [InlineData("""{ "type": "integer" }""", "1.5", "$: number instead of \"integer\"")]
    [InlineData("""{ "type": "string" }""", "null", "$: null instead of \"string\"")]
    [InlineData("""{ "type": "integer", "minimum": 1 }""", "0", "$: below 1")]
    [InlineData("""{ "enum": ["met", "near"] }""", "\"missed\"", "$: \"missed\" is none of [\"met\",\"near\"]")]
    [InlineData("""{ "type": "string", "format": "date" }""", "\"31.03.2026\"", "$: \"31.03.2026\" is no date")]
    [InlineData(
        """{ "type": "string", "format": "date-time" }""",
        "\"2026-03-31T09:24:05+02:00\"",
        "$: \"2026-03-31T09:24:05\\u002B02:00\" is no date-time"
    )]
    [InlineData("""{ "type": "string", "format": "uuid" }""", "\"7\"", "$: \"7\" is no uuid")]
    [InlineData("""{ "type": "string", "minLength": 2 }""", "\"a\"", "$: too short")]
    [InlineData("""{ "type": "string", "maxLength": 2 }""", "\"abc\"", "$: too long")]
    [InlineData(
        """{ "type": "array", "maxItems": 1, "items": { "type": "integer" } }""",
        "[1, 2]",
        "$: too many entries"
    )]
    [InlineData("""{ "type": "array", "minItems": 1 }""", "[]", "$: too few entries")]
    [InlineData("""{ "type": "array", "uniqueItems": true }""", "[1, 1]", "$: an entry twice")]
    [InlineData(
        """{ "type": "array", "items": { "type": "integer" } }""",
        "[1, \"2\"]",
        "$[1]: string instead of \"integer\""
    )]
    [InlineData(
        """{ "oneOf": [{ "type": "null" }, { "enum": ["met", null] }] }""",
        "null",
        "$: not exactly one of the choices"
    )]
    [InlineData("""{ "anyOf": [{ "type": "null" }, { "type": "string" }] }""", "1", "$: none of the choices")]
    [InlineData(
        """{ "type": "object", "propertyNames": { "enum": ["a"] } }""",
        """{ "b": 1 }""",
        "$.b as a name: \"b\" is none of [\"a\"]"
    )]
    [InlineData(
        """{ "type": "object", "additionalProperties": { "type": "integer" } }""",
        """{ "b": "1" }""",
        "$.b: string instead of \"integer\""
    )]
    [InlineData(
        """{ "type": "string", "contains": 1 }""",
        "\"a\"",
        "$: the keyword contains is not known to this validator"
    )]
    public void Finds_what_a_schema_refuses(string schema, string value, string fault) =>
        Faults(schema, value).Should().Equal(fault);

    [Fact]
    public void A_field_that_is_not_documented_is_found_where_replies_are_checked() =>
        new SchemaValidator([], closed: true)
            .Validate(
                JsonNode.Parse("""{ "a": 1, "b": 2 }"""),
                JsonNode.Parse("""{ "type": "object", "properties": { "a": { "type": "integer" } } }""")!.AsObject()
            )
            .Should()
            .Equal("$.b: is not documented");

    private static IReadOnlyList<string> Faults(string schema, string value) =>
        new SchemaValidator(JsonNode.Parse(Components)!.AsObject()).Validate(
            JsonNode.Parse(value),
            JsonNode.Parse(schema)!.AsObject()
        );
}
