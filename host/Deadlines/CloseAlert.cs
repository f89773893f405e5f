using System.Text.Json;
using Workflow.Engine.Messages;
using Workflow.Host.Answers;
using Workflow.Host.Answers.Json;
using Workflow.Host.Identity;
using Workflow.Storage.Alerts;

namespace Workflow.Host.Deadlines;

/// <summary>
/// <c>POST /api/alerts/close</c>: somebody has dealt with an alert. What is about the acts of officers supervision and audit close,
/// with reasons; all else an administrator does, and a dead case or command is then tried again.
/// </summary>
public static class CloseAlert
{
    /// <summary>Which alert, and what came of it.</summary>
    /// <param name="Id">The alert.</param>
    /// <param name="Reasons">What came of it; may be left out only where an administrator closes it.</param>
    public sealed record AlertToClose(string Id, string? Reasons = null);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/alerts/close", Handle)
            .As(
                "CloseAlert",
                "Deadlines",
                "办结待核事项 / Closes an alert that somebody has dealt with; supervision and audit give reasons"
            )
            .Accepts<AlertToClose>("application/json")
            .Produces(204)
            .Refuses(403, 404, 422);

    private static async Task<IResult> Handle(
        HttpContext context,
        AlertList alerts,
        OwnCases own,
        Today today,
        CancellationToken cancellation
    )
    {
        var caller = Caller.Of(context);
        if (!caller.Oversees)
            throw AlertRefusals.NotYours(caller.Named);
        var asked = await Bodies.ReadJson(context.Request, Read, cancellation);
        var alert = Find(alerts, own, caller, asked.Id);
        MustBeTheirs(caller, alert);
        if (AlertKinds.IsForAudit(alert.Kind) && PlainText.IsBlank(asked.Reasons))
            throw AlertRefusals.NoReasons();
        await alerts.Close(alert, new AlertClosing(caller.Id, today.Now, asked.Reasons), cancellation);
        return Results.NoContent();
    }

    private static void MustBeTheirs(Caller caller, Alert alert)
    {
        if (AlertKinds.IsForAudit(alert.Kind) && !caller.ReadsAll)
            throw AlertRefusals.ForAudit(caller.Named);
        if (!AlertKinds.IsForAudit(alert.Kind) && !caller.Administers)
            throw AlertRefusals.NotYoursToClose(caller.Named);
    }

    private static Alert Find(AlertList alerts, OwnCases own, Caller caller, string id) =>
        alerts.Open().FirstOrDefault(a => a.Id == id && (a.Case is not { } number || !own.IsOwn(caller, number)))
        ?? throw AlertRefusals.Unknown();

    private static AlertToClose Read(string json)
    {
        using var body = JsonDocument.Parse(json);
        Texts.RequirePlain(json, MaxDepth);
        return Text(body.RootElement, "id") is { } id
            ? new AlertToClose(id, Text(body.RootElement, "reasons"))
            : throw AlertRefusals.NoId();
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private const int MaxDepth = 8;
}
