using Workflow.Storage.Databases;
using Workflow.Storage.Refusals;

namespace Workflow.Tests.Storage.Running;

[TestFixture]
public sealed class SqliteStoreTests : StoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-store").FullName;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_file_that_is_no_database_is_refused()
    {
        var path = Path.Combine(_folder, "letter.txt");
        File.WriteAllText(path, new string('x', 4096));
        var refused = Spoken.Refusal<DatabaseRefusedException>(() => Database.OpenFile(path));
        Assert.That(refused, Is.EqualTo($"Expected a database of this product, but '{path}' is not a database."));
    }

    protected override Dialect Fresh() => SqliteDialect.ForFile(Path.Combine(_folder, $"{Guid.NewGuid():n}.db"));
}
