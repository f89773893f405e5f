using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Data.Sqlite;

namespace Workflow.Tests.Host.Opening;

/// <summary>The host listens where ASP.NET is told to, and how.</summary>
public sealed class ListeningTests
{
    private static readonly DateOnly Today = new(2014, 5, 6);

    private string _folder = null!;

    [SetUp]
    public void Make() => _folder = Directory.CreateTempSubdirectory("workflow-listening-").FullName;

    [TearDown]
    public void Drop()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task The_environment_says_where()
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        await using var host = ChildHost.Start(Database, Today, [], new() { ["ASPNETCORE_URLS"] = address });
        await host.Ready();
        Assert.That(host.Address.Authority, Is.EqualTo(new Uri(address).Authority));
    }

    [Test]
    public async Task With_a_certificate_it_speaks_TLS()
    {
        var (file, port) = (Path.Combine(_folder, "own.pfx"), FreePort());
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pfx, "secret"));
        await using var host = ChildHost.Start(
            Database,
            Today,
            ["--urls", $"https://127.0.0.1:{port}"],
            new() { ["Kestrel__Certificates__Default__Path"] = file, ["Kestrel__Certificates__Default__Password"] = "secret" }
        );
        using var trusting = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown?.Thumbprint == certificate.Thumbprint,
        };
        using var http = new HttpClient(trusting);
        await host.Serving();
        Assert.That((int)(await http.GetAsync($"https://127.0.0.1:{port}/health/live")).StatusCode, Is.EqualTo(200));
    }

    private string Database => Path.Combine(_folder, "workflow.db");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
