using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Workflow.Engine.Expressions;
using Workflow.Engine.Messages;
using Workflow.Engine.Record.Commands;
using Workflow.Host.Answers.Json;
using Workflow.Host.Cases;
using Workflow.Host.Deadlines;
using Workflow.Host.WhatIf;

namespace Workflow.Host;

/// <summary>How the description of the interface shows what is sent: one name for each record, and required what is always there.</summary>
internal static class DescribedShapes
{
    // Bodies that are no commands: what has a value without being told may be left out of them too.
    private static readonly Type[] Asked =
    [
        typeof(WhatIfBody),
        typeof(HandOver.HandOverRequest),
        typeof(CloseAlert.AlertToClose),
        typeof(PartyEntry),
    ];

    /// <summary>Names a record; one that stands within a use case by that as well.</summary>
    internal static string? Name(JsonTypeInfo info) => OpenApiOptions.CreateDefaultSchemaReferenceId(info) is null ? null : Name(info.Type);

    /// <summary>Sets what is required, what a field may be, and what a problem says.</summary>
    internal static Task Set(OpenApiSchema schema, JsonTypeInfo info)
    {
        if (info.Kind == JsonTypeInfoKind.Object && schema.Properties is { Count: > 0 })
            Require(schema, info);
        if (info.Type == typeof(ProblemDetails))
            Complete(schema);
        if (info.Type == typeof(FieldValue))
            AdmitPlain(schema);
        if (info.Type == typeof(NameValue))
            schema.Type = JsonSchemaType.String;
        return Task.CompletedTask;
    }

    private static string Name(Type type)
    {
        var own = type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`')]}Of{string.Concat(type.GetGenericArguments().Select(Name))}"
            : type.Name;
        return PublishedNames.Of(type) ?? (type.DeclaringType is { } within ? within.Name + own : own);
    }

    // What is null is left out of an answer; a command may leave out what has a value without being told.
    private static void Require(OpenApiSchema schema, JsonTypeInfo info)
    {
        var isAsked = typeof(CaseCommand).IsAssignableFrom(info.Type) || Asked.Contains(info.Type);
        var tags = schema.Required?.Where(name => info.Properties.All(p => p.Name != name)) ?? [];
        schema.Required = new HashSet<string>(
            tags.Concat(info.Properties.Where(p => isAsked ? BodyMembers.IsNeeded(p) : IsWritten(p)).Select(p => p.Name))
        );
    }

    private static bool IsWritten(JsonPropertyInfo property) =>
        property.Get is not null && !property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null;

    private static void Complete(OpenApiSchema problem)
    {
        problem.Description = "A problem document (RFC 9457): what was expected, on which thing, what was found.";
        problem.Properties!["code"] = Text("The stable name of the refusal.");
        problem.Properties["wayOut"] = Text("What to do instead; not always there.");
        problem.Properties["traceId"] = Text("The name under which the log has the request.");
        problem.Properties["values"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            AdditionalProperties = new OpenApiSchema(),
            Description =
                "The values in the sentence, by name: a text; a name as its id and title; a list; or a part of the sentence "
                + "as code, sentence and values.",
        };
        problem.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "Everything that is wrong in the body, each with its place; there where the body has another shape.",
            Items = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["pointer"] = Text("Where it is: a JSON pointer (RFC 6901) as a fragment."),
                    ["code"] = Text("The stable name of what is wrong."),
                    ["detail"] = Text("The sentence."),
                    ["wayOut"] = Text("What to do instead; not always there."),
                },
                Required = new HashSet<string> { "pointer", "code", "detail" },
            },
        };
        problem.Examples = [DescribedExamples.Problem];
        problem.Required = new HashSet<string> { "type", "title", "status", "detail", "code", "traceId" };
    }

    // Answers give the tagged form; requests may give the value alone, and the definition says what it is.
    private static void AdmitPlain(OpenApiSchema value)
    {
        value.Description = "The value of a field: alone, as people write it, or tagged with what it is. Answers tag it.";
        (value.Type, value.Required, value.Discriminator) = (null, null, null);
        value.AnyOf ??= [];
        value.AnyOf.Add(
            new OpenApiSchema
            {
                Type = JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Boolean | JsonSchemaType.Array,
                Items = new OpenApiSchema(),
            }
        );
    }

    private static OpenApiSchema Text(string words) => new() { Type = JsonSchemaType.String, Description = words };
}
