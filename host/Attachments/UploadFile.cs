using Microsoft.AspNetCore.Mvc;
using Workflow.Host.Answers;
using Workflow.Host.Identity;
using Workflow.Storage.Vaults;

namespace Workflow.Host.Attachments;

/// <summary><c>POST /api/attachments</c>: stores a file by its hash, before a command attaches it to a case.</summary>
public static class UploadFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 20 << 20;

    /// <summary>The most bytes that one person brings within 24 hours: the papers of many cases, and no filled disk.</summary>
    public const long MaxBytesOfDay = 500 << 20;

    public sealed record UploadAnswer(string Sha256, long Size, string MediaType);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/api/attachments", Handle)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes), new Upload())
            .As("UploadFile", "Evidence", "上传附件 / Stores a file; the command `attach` then names its hash")
            .Accepts<Stream>(FileSignature.MediaTypes.First(), [.. FileSignature.MediaTypes.Skip(1)])
            .Produces<UploadAnswer>(201)
            .Refuses(413, 415, 422);

    private static async Task<IResult> Handle(HttpContext context, FileStore files, Today today, CancellationToken cancellation)
    {
        var caller = Caller.Of(context);
        var type = MediaType(context.Request);
        var left = Left(caller, files, today);
        var bytes = await Bodies.ReadAtMost(context.Request.Body, (int)Math.Min(MaxBytes, left), cancellation) ?? throw TooMuch(left);
        if (bytes.Length == 0)
            throw FileRefusals.Empty();
        if (!FileSignature.Fits(type, bytes))
            throw FileRefusals.NotItsType(type);
        var stored = await files.Store(new MemoryStream(bytes), type, caller.Id, today.Now, cancellation);
        return Results.Json(new UploadAnswer(stored.Sha256, stored.Size, stored.MediaType), statusCode: StatusCodes.Status201Created);
    }

    private static long Left(Caller caller, FileStore files, Today today)
    {
        var left = MaxBytesOfDay - files.BroughtBy(caller.Id, today.Now - TimeSpan.FromDays(1));
        return left > 0 ? left : throw FileRefusals.MuchToday(MaxBytesOfDay);
    }

    private static RequestRefusedException TooMuch(long left) =>
        left < MaxBytes ? FileRefusals.MuchToday(MaxBytesOfDay) : RequestRefusals.TooLarge(MaxBytes);

    private static string MediaType(HttpRequest request)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        return type is not null && FileSignature.MediaTypes.Contains(type)
            ? type
            : throw FileRefusals.MediaType(FileSignature.MediaTypes, type);
    }
}
