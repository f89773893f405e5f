using System.Text.Json;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Alerts;

namespace Workflow.Host.Deadlines;

/// <summary><c>POST /api/alerts/close</c>: an administrator has dealt with an alert; a dead case or command is then tried again.</summary>
public static class CloseAlert
{
    /// <summary>Which alert.</summary>
    public sealed record AlertToClose(string Id);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/alerts/close", Handle)
            .As("CloseAlert", "Deadlines", "办结待核事项 / Closes an alert that somebody has dealt with")
            .Accepts<AlertToClose>("application/json")
            .Produces(204)
            .Refuses(403, 404);

    private static async Task<IResult> Handle(HttpContext context, AlertList alerts, Today today, CancellationToken cancellation)
    {
        var caller = Caller.Of(context);
        if (!caller.Administers)
            throw AlertRefusals.NotYoursToClose(caller.Named);
        var id = await Bodies.ReadJson(context.Request, Read, cancellation);
        await alerts.Close(Find(alerts, id), caller.Id, today.Now, cancellation);
        return Results.NoContent();
    }

    private static Alert Find(AlertList alerts, string id) =>
        alerts.Open().FirstOrDefault(a => a.Id == id) ?? throw AlertRefusals.Unknown();

    private static string Read(string json)
    {
        using var body = JsonDocument.Parse(json);
        return
            body.RootElement.ValueKind == JsonValueKind.Object
            && body.RootElement.TryGetProperty("id", out var id)
            && id.ValueKind == JsonValueKind.String
            ? id.GetString()!
            : throw AlertRefusals.NoId();
    }
}
