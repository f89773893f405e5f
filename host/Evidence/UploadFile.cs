using Microsoft.AspNetCore.Mvc;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Files;

namespace Workflow.Host.Evidence;

/// <summary><c>POST /api/attachments</c>: stores a file by its hash, before a command attaches it to a case.</summary>
public static class UploadFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 20 << 20;

    private static readonly string[] MediaTypes =
    [
        "application/pdf", "image/jpeg", "image/png", "image/tiff", "text/plain", "text/csv", "application/zip", "application/ofd",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ];

    public sealed record Answer(string Sha256, long Size, string MediaType);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/attachments", Handle)
        .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
        .WithName("UploadFile").WithTags("Evidence").WithSummary("上传附件 / Stores a file; the command `attach` then names its hash")
        .Accepts<Stream>("application/pdf", MediaTypes[1..]).Produces<Answer>(201).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);

    private static async Task<IResult> Handle(HttpContext context, FileStore files, Today today, CancellationToken cancellation)
    {
        Caller.Of(context);
        var type = context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (!MediaTypes.Contains(type))
            throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, "file.media_type", $"Expected one of {string.Join(", ", MediaTypes)}, but found '{type ?? "no media type"}'.");
        var bytes = await Bodies.ReadBytes(context.Request, MaxBytes, cancellation);
        if (bytes.Length == 0) throw new RequestRefusedException(StatusCodes.Status422UnprocessableEntity, "file.empty", "Expected a file with content, but it is empty.");
        var stored = await files.Store(new MemoryStream(bytes), type!, today.Now, cancellation);
        return Results.Json(new Answer(stored.Sha256, stored.Size, stored.MediaType), statusCode: StatusCodes.Status201Created);
    }
}
