using System.Text;
using Microsoft.AspNetCore.Mvc;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;

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

    public sealed record FoundProblem(
        string File,
        int Line,
        int Column,
        Severity Severity,
        string Code,
        IReadOnlyDictionary<string, string> Values,
        string Message,
        string? Hint,
        string? Law
    );

    public sealed record LintAnswer(bool Publishable, string? Process, string? Digest, IReadOnlyList<FoundProblem> Problems);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/definitions/lint", Handle)
            .As("LintDefinition", "Definitions", "检查定义文件 / Every problem of a file of the definitions, at once")
            .Accepts<string>(Yaml[0], Yaml[1..])
            .Produces<LintAnswer>()
            .Refuses(400, 413, 415);

    private static async Task<LintAnswer> Handle(
        HttpContext context,
        Workplace place,
        [FromQuery(Name = "profile")] string[]? names,
        [FromQuery(Name = "as")] string? written,
        CancellationToken cancellation
    )
    {
        Caller.Of(context);
        var profiles = Profiles(names ?? []);
        var name = Name(written);
        var text = await Bodies.ReadText(context.Request, Yaml, cancellation);
        var folder = place.Folder.Linted.With(name, Encoding.UTF8.GetBytes(text));
        var reading = folder.Library.Readings.FirstOrDefault(r => r.File == name);
        var (problems, language) = (Everything.Lint(folder, profiles, name), Wording.Words.Of(context).Language);
        return new LintAnswer(
            problems.All(p => p.Severity != Severity.Error),
            reading?.Definition?.Id,
            reading?.Digest,
            [.. problems.Select(p => Shown(p, language))]
        );
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

    private static FoundProblem Shown(Problem problem, Language language)
    {
        var (at, said) = (problem.At, problem.In(language));
        var values = problem.Message.Values.ToDictionary(v => v.Name, v => v.Value.ToString());
        return new FoundProblem(at.File, at.Line, at.Column, problem.Severity, problem.Code, values, said.Sentence, said.WayOut, said.Law);
    }

    private static List<LintProfile> Profiles(IEnumerable<string> names) => [.. names.Select(Profile)];

    private static LintProfile Profile(string name) =>
        LintProfiles.ByName.TryGetValue(name, out var profile) ? profile : throw RequestRefusals.Profile(name, LintProfiles.ByName.Keys);
}
