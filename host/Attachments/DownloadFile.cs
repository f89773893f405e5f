using Workflow.Host.Access;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Host.Opening;
using Workflow.Storage.Access;
using Workflow.Storage.Vaults;

namespace Workflow.Host.Attachments;

/// <summary><c>GET /api/cases/{number}/attachments/{sha256}</c>: a file of a case, for those who see it.</summary>
public static class DownloadFile
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/cases/{number}/attachments/{sha256}", Handle)
            .OnDiskFirst(AccessKinds.Revealed)
            .Answers<Stream>("DownloadFile", "Evidence", "下载附件 / A file of a case")
            .Refuses(403, 404);

    private static IResult Handle(HttpContext context, string number, string sha256, Workplace place, FileStore files)
    {
        var state = SeenCase.Require(Caller.Of(context), place, number).State;
        var attached = state.Files.FirstOrDefault(f => f.Sha256 == sha256);
        if (attached is null || files.Find(sha256) is not { } stored)
            throw FileRefusals.Unknown(number);
        // Always as a download: what a party uploaded is never rendered in the office's own pages.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(body => files.Read(sha256, body, context.RequestAborted), stored.MediaType, attached.Name);
    }
}
