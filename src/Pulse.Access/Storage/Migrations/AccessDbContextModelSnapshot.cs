using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Pulse.Access.Storage.Migrations;

/// <summary>The model after the latest migration.</summary>
[DbContext(typeof(AccessDbContext))]
internal sealed class AccessDbContextModelSnapshot : ModelSnapshot
{
    protected override void BuildModel(ModelBuilder modelBuilder) => AccessEndedSessions.Describe(modelBuilder);
}
