using System.Text;
using Microsoft.AspNetCore.Mvc;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Lint.Writing;
using Workflow.Engine.Messages;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Host.Wording;

namespace Workflow.Host.Definitions;

/// <summary>
/// <c>POST /api/definitions/lint</c>: every problem of a file of the definitions, at once. It publishes nothing. The file is a
/// process unless its name, <c>as</c>, says otherwise.
/// </summary>
public static class LintDefinition
{
    private const string Unnamed = "body.yaml";
    private const int LongestName = 200;
    private static readonly string[] Yaml = ["application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "text/plain"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/definitions/lint", Handle)
            .As("LintDefinition", "Definitions", "检查定义文件 / Every problem of a file of the definitions, at once")
            .Accepts<string>(Yaml[0], Yaml[1..])
            .Produces<LintAnswer>()
            .Refuses(400, 413, 415);

    private static async Task<IResult> Handle(
        HttpContext context,
        Workplace place,
        [FromQuery(Name = "as")] string? written,
        CancellationToken cancellation,
        [FromQuery(Name = "profile")] string[]? names = null
    )
    {
        Caller.Of(context);
        var profiles = Profiles(names ?? []);
        var name = Name(written);
        var text = await Bodies.ReadText(context.Request, Yaml, cancellation);
        var verdict = LintVerdict.Of(place.Folder.Linted.With(name, Encoding.UTF8.GetBytes(text)), profiles, name);
        // Written by the one writer of lint, which the command line uses too.
        var answer = LintAnswer.Of(verdict, Words.Of(context).Language);
        return Results.Text(LintJson.Write(answer), "application/json", Encoding.UTF8);
    }

    // A name and never a path: nothing is opened under it.
    private static string Name(string? written)
    {
        if (written is null)
            return Unnamed;
        var isBelow = written.Length <= LongestName && written.Split('/').All(part => part is not ("" or "." or ".."));
        return isBelow && PlainText.IsLine(written) && written.EndsWith(".yaml", StringComparison.Ordinal)
            ? written
            : throw RequestRefusals.Malformed(
                new Message("request.why_parameter", ("name", "as"), ("kind", new Message("request.kind_file")), ("found", written))
            );
    }

    private static List<LintProfile> Profiles(IEnumerable<string> names) =>
        [
            .. names
                .Select(name => KnownWord.Among("profile", [.. LintProfiles.ByName.Keys], name))
                .OfType<string>()
                .Select(name => LintProfiles.ByName[name]),
        ];
}
